import type { Inventory } from "../inventory/model";
import { emptyInventory } from "../inventory/model";
import { auditControls } from "./controls";
import type { UnreadCall } from "./read/calls";
import type { Baseline } from "./report/baseline";
import { type Place, type Report, reportOf } from "./report/report";
import { type Judging, judged } from "./scope";

/** One region of one account, as it was read: what stands in a saved inventory. */
export interface SavedScope {
  readonly place: Place;
  readonly inventory: Inventory;
  readonly unread: readonly UnreadCall[];
}

/** Says in one sentence why a file is no saved inventory. */
export class NotSaved extends Error {}

const version = 1;

/** The start, one scope and the end of the file: it is written as scopes are read, and holds one at a time. */
export const savedText = {
  head: (readAt: Date) => `{"inventory":${version},"readAt":${JSON.stringify(readAt.toISOString())},"scopes":[`,
  scope: (scope: SavedScope, isFirst: boolean) => `${isFirst ? "" : ","}\n${JSON.stringify(scope)}`,
  end: "\n]}\n",
};

/** @throws NotSaved where the text is something else */
export function readSaved(text: string): { readonly readAt: Date; readonly scopes: readonly SavedScope[] } {
  const file = parsed(text) as { inventory?: unknown; readAt?: unknown; scopes?: unknown } | null | undefined;
  if (file === undefined) {
    throw new NotSaved("it is not JSON, or was cut off while it was written; write it again with --save");
  }
  if (typeof file?.inventory !== "number" || !Array.isArray(file.scopes) || typeof file.readAt !== "string") {
    throw new NotSaved("it is not an inventory; give it a file that --save wrote");
  }
  if (file.inventory !== version) {
    throw new NotSaved(`it is an inventory of version ${file.inventory}, and this program reads version ${version}`);
  }
  const scopes = file.scopes as readonly SavedScope[];
  return {
    readAt: new Date(file.readAt),
    // A kind that came after the file was written is not there.
    scopes: scopes.map((scope) => ({ ...scope, inventory: { ...emptyInventory("account"), ...scope.inventory } })),
  };
}

export interface SavedOptions extends Partial<Judging> {
  readonly baseline?: Baseline;
}

/** Asks the controls about what was read before; nothing of AWS is asked. */
export function auditSaved(
  { readAt, scopes }: ReturnType<typeof readSaved>,
  { baseline, ...judging }: SavedOptions,
): Report {
  const started = performance.now();
  const first = new Map<string | undefined, SavedScope>();
  for (const scope of scopes) {
    if (!first.has(scope.place.account)) {
      first.set(scope.place.account, scope);
    }
  }
  const results = scopes.map((scope) =>
    judged(
      { ...scope, seconds: 0, isFirst: first.get(scope.place.account) === scope },
      { controls: auditControls, ...judging },
    ),
  );
  return reportOf({
    startedAt: readAt,
    seconds: (performance.now() - started) / 1000,
    results,
    order: auditControls.map(({ id }) => id),
    ...(baseline === undefined ? {} : { baseline }),
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
