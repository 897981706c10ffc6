import pLimit from "p-limit";
import type { Fact, Listing } from "../../inventory/from-account/description";
import type { Action } from "../permissions";
import { CannotAudit } from "./cannot-audit";
import { failureOf, type Outcome, outcomeWords } from "./failure";

/** A call that did not return what the audit needs. */
export interface UnreadCall {
  /** The IAM action, such as "rds:DescribeDBInstances". */
  readonly call: Action;
  readonly outcome: Outcome;
  /** What AWS or the network said, the first time. */
  readonly message: string;
  /** The resources that it was asked about; empty for a call that lists. */
  readonly about: readonly string[];
}

export interface CallOptions {
  /** Calls under way at once. */
  readonly concurrency: number;
  readonly onCall?: (call: Action) => void;
}

/** Makes calls, a few at a time, and remembers those that returned nothing. */
export class Calls {
  private readonly limit: pLimit.Limit;
  private readonly failed: UnreadCall[] = [];

  constructor(private readonly options: CallOptions) {
    this.limit = pLimit(options.concurrency);
  }

  /** Lists everything, page by page. */
  list<Page, T>(
    call: Action,
    pages: AsyncIterable<Page>,
    itemsOf: (page: Page) => readonly T[] | undefined,
    about?: string,
  ): Promise<Listing<T>> {
    return this.limit(async () => {
      const items: T[] = [];
      try {
        for await (const page of pages) {
          this.options.onCall?.(call);
          items.push(...(itemsOf(page) ?? []));
        }
        return { items };
      } catch (error) {
        return { items, unread: this.remember(call, error, about) };
      }
    });
  }

  /** Asks about one resource; `ask` may turn an error that is an answer into a value. */
  fact<T>(call: Action, about: string, ask: () => Promise<T>): Promise<Fact<T>> {
    return this.limit(async () => {
      try {
        const value = await ask();
        this.options.onCall?.(call);
        return { value };
      } catch (error) {
        return { unread: this.remember(call, error, about) };
      }
    });
  }

  /** Asks for what the audit can do without: a failure is not remembered. */
  optional<T>(call: Action, ask: () => Promise<T>): Promise<T | undefined> {
    return this.limit(async () => {
      try {
        const value = await ask();
        this.options.onCall?.(call);
        return value;
      } catch (error) {
        if (failureOf(error) === undefined) {
          throw error;
        }
        return undefined;
      }
    });
  }

  /** Forgets the calls that wait for their turn. */
  abandon(): void {
    this.limit.clearQueue();
  }

  /** The calls that returned nothing, each once with everything that it was asked about, in alphabetical order. */
  unread(): readonly UnreadCall[] {
    const groups = new Map<string, UnreadCall>();
    for (const failure of this.failed) {
      const key = `${failure.call} ${failure.outcome}`;
      const known = groups.get(key);
      groups.set(key, known === undefined ? failure : { ...known, about: [...known.about, ...failure.about] });
    }
    return [...groups]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([, group]) => ({ ...group, about: [...group.about].sort() }));
  }

  /** @returns the reason, for those who miss the answer */
  private remember(call: Action, error: unknown, about: string | undefined): string {
    const failure = failureOf(error);
    if (failure === undefined) {
      throw error;
    }
    if (failure.outcome === "credentials") {
      throw new CannotAudit(
        `AWS credentials are missing or not accepted by ${call} (${failure.message}): ` +
          "renew them or choose others with AWS_PROFILE; in a region that is not enabled in the account none are.",
      );
    }
    const { outcome, message } = failure;
    this.failed.push({ call, outcome, message, about: about === undefined ? [] : [about] });
    return `${call} ${outcomeWords[outcome]}`;
  }
}
