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
  /** Calls under way at once, of each service. */
  readonly concurrency: number;
  readonly onCall?: (call: Action) => void;
}

/** Makes calls, a few at a time, and remembers those that returned nothing. */
export class Calls {
  private readonly limits = new Map<string, pLimit.Limit>();
  private readonly failed: UnreadCall[] = [];
  /** Services that did not answer, after all attempts: others of their calls would wait as long for nothing. */
  private readonly silent = new Map<string, unknown>();

  constructor(private readonly options: CallOptions) {}

  /** Lists everything, page by page. */
  list<Page, T>(
    call: Action,
    pages: AsyncIterable<Page>,
    itemsOf: (page: Page) => readonly T[] | undefined,
    about?: string,
  ): Promise<Listing<T>> {
    return this.inTurn(call, async () => {
      const items: T[] = [];
      try {
        this.refuseSilent(call);
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

  /** Asks about one resource, or one question about all of them; `ask` may turn an error that is an answer into a value. */
  fact<T>(call: Action, about: string | undefined, ask: () => Promise<T>): Promise<Fact<T>> {
    return this.inTurn(call, async () => {
      try {
        this.refuseSilent(call);
        const value = await ask();
        this.options.onCall?.(call);
        return { value };
      } catch (error) {
        return { unread: this.remember(call, error, about) };
      }
    });
  }

  /** Forgets the calls that wait for their turn. */
  abandon(): void {
    for (const limit of this.limits.values()) {
      limit.clearQueue();
    }
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

  private inTurn<T>(call: Action, make: () => Promise<T>): Promise<T> {
    const service = serviceOf(call);
    const limit = this.limits.get(service) ?? pLimit(this.options.concurrency);
    this.limits.set(service, limit);
    return limit(make);
  }

  private refuseSilent(call: Action): void {
    const error = this.silent.get(serviceOf(call));
    if (error !== undefined) {
      throw error;
    }
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
    if (outcome === "unreachable") {
      this.silent.set(serviceOf(call), error);
    }
    this.failed.push({ call, outcome, message, about: about === undefined ? [] : [about] });
    return `${call} ${outcomeWords[outcome]}`;
  }
}

function serviceOf(call: Action): string {
  return call.slice(0, call.indexOf(":"));
}
