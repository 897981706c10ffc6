/**
 * What belongs to ARN patterns, by the literal text that the last part of a pattern begins with. To ask every pattern
 * of every resource grows with the square of a program.
 */
export interface ArnIndex<T> {
  readonly byPrefix: ReadonlyMap<string, readonly T[]>;
  readonly lengths: ReadonlySet<number>;
  /** Those whose pattern does not show where the last part of the ARN begins. */
  readonly others: readonly T[];
}

export function arnIndex<T>(entries: readonly (readonly [pattern: string, T])[]): ArnIndex<T> {
  const byPrefix = new Map<string, T[]>();
  const others: T[] = [];
  for (const [pattern, item] of entries) {
    const prefix = prefixOf(pattern);
    if (prefix === undefined) {
      others.push(item);
      continue;
    }
    const list = byPrefix.get(prefix) ?? [];
    list.push(item);
    byPrefix.set(prefix, list);
  }
  return { byPrefix, lengths: new Set([...byPrefix.keys()].map(({ length }) => length)), others };
}

/** What can belong to the last part of an ARN, such as "db:orders". */
export function* lookUp<T>({ byPrefix, lengths, others }: ArnIndex<T>, resource: string): Iterable<T> {
  for (const length of lengths) {
    if (length <= resource.length) {
      yield* byPrefix.get(resource.slice(0, length)) ?? [];
    }
  }
  yield* others;
}

/** What else can, where only the beginning of the last part is known, such as "db:". */
export function* lookUpBeyond<T>({ byPrefix }: ArnIndex<T>, beginning: string): Iterable<T> {
  for (const [prefix, items] of byPrefix) {
    if (prefix.length > beginning.length && prefix.startsWith(beginning)) {
      yield* items;
    }
  }
}

/** With as many colons as the ARNs of databases have, no wildcard takes in one of them. */
function prefixOf(pattern: string): string | undefined {
  const [, , , , , ...resource] = pattern.split(":");
  const literal = resource.join(":").split(/[*?]/)[0] ?? "";
  return /^(?:[a-z-]+:|table\/)/.test(literal) ? literal : undefined;
}
