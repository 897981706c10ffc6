interface Round<T> {
  readonly value: T;
  readonly seenBy: Set<string>;
}

/**
 * Makes a value once for all the policies that ask for it in one round. The runner shows a resource (or the stack)
 * to each policy in turn, as a fresh copy each time: a policy that asks again is in another round.
 */
export class Rounds<T> {
  private readonly rounds = new Map<string, Round<T>>();

  /** The value of `key` in the round that `policy` is in, made by `make` when it is the first to ask. */
  for(key: string, policy: string, make: () => T): T {
    const current = this.rounds.get(key);
    if (current !== undefined && !current.seenBy.has(policy)) {
      current.seenBy.add(policy);
      return current.value;
    }
    const value = make();
    this.rounds.set(key, { value, seenBy: new Set([policy]) });
    return value;
  }

  /** The value of the round that a key was in last. */
  last(key: string): T | undefined {
    return this.rounds.get(key)?.value;
  }
}
