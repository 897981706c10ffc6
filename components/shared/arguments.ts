import * as pulumi from "@pulumi/pulumi";
import { type ControlId, controlIds } from "../../controls/ids";
import { didYouMean } from "../../controls/nearest";

/** What the values of an argument must be, and the words for it: "a whole number from 1 to 35 (days)". */
export interface Rule<T> {
  readonly allowed: string;
  accepts(value: T): boolean;
}

/** A rule of security on top: what keeps the control holding, and the words for it. */
export interface Safeguard<T> {
  readonly control: ControlId;
  readonly needed: string;
  holds(value: T): boolean;
}

/** Every name among some arguments; the type keeps it in step with their interface. */
export type ArgumentNames<Args = Record<string, unknown>> = Readonly<Record<keyof Args, true>>;

/**
 * A wrong argument. A program shows it without a stack, as it is the user's to mend; the provider for other languages
 * passes it on as the error of one property.
 */
export class ArgumentError extends pulumi.RunError {
  /**
   * `component` is how it is called: `SecureInstance "orders"`; `argument` its path, as in "replicas[0].region", and
   * `reason` a sentence that starts with it.
   */
  constructor(
    component: string,
    readonly argument: string,
    readonly reason: string,
  ) {
    const message = `${component}: ${reason}`;
    super(message);
    // The SDK puts "error serializing property" before it for every resource that waits for an output.
    Object.defineProperty(this, "message", { get: () => message, set: () => undefined });
    // Pulumi's runner shows none, but formats it before it asks: half a minute in Node.js 20.
    this.stack = undefined;
  }
}

/**
 * Checks the arguments of one component. A value that is known is checked at once, so that nothing is registered
 * when it is wrong; an output is checked when it resolves. Errors name the argument, what was found and what is
 * allowed.
 */
export class ArgumentChecks {
  private readonly accepted: ReadonlySet<string>;
  /** Accepted risks that nothing was seen to need yet. */
  private readonly needless: Set<string>;
  /** What weakens a control; undefined once the arguments are through. */
  private weaknesses: string[] | undefined = [];

  /**
   * `component` is how errors call it: `SecureInstance "orders"`; `acceptable` are the controls whose risk an
   * argument of this component can accept.
   */
  constructor(
    private readonly component: string,
    args: object & { readonly acceptedRisks?: Readonly<Record<string, string>> } = {},
    names: ArgumentNames,
    acceptable: readonly ControlId[] = [],
  ) {
    this.known("", args, names);
    const acceptedRisks = args.acceptedRisks ?? {};
    this.plainObject("acceptedRisks", acceptedRisks, "control id to reason");
    for (const [control, reason] of Object.entries(acceptedRisks)) {
      if (!acceptable.some((id) => id === control)) {
        const known = controlIds.some((id) => id === control);
        const why = known ? "which no argument here can weaken" : "which is no control";
        this.refuse(
          `acceptedRisks names ${show(control)}, ${why}; allowed are ${acceptable.join(", ")}.` +
            didYouMean(control, acceptable),
        );
      }
      if (typeof reason !== "string" || reason.trim() === "") {
        this.refuse(`acceptedRisks[${show(control)}] is ${show(reason)}, but must be the reason, in words.`);
      }
    }
    this.accepted = new Set(Object.keys(acceptedRisks));
    this.needless = new Set(this.accepted);
    if (Object.hasOwn(names, "tags") && "tags" in args) {
      this.tags(args.tags);
    }
  }

  /** Throws an ArgumentError; the problem is a sentence that starts with the path of the argument. */
  refuse(problem: string): never {
    const [argument = ""] = problem.split(" ", 1);
    throw new ArgumentError(this.component, argument, problem);
  }

  /** https://docs.aws.amazon.com/tag-editor/latest/userguide/best-practices-and-strats.html#id_tags_naming_best_practices */
  private tags(tags: unknown): void {
    whenKnown(tags, (known) => {
      if (known === undefined) {
        return;
      }
      if (typeof known !== "object" || known === null || Array.isArray(known)) {
        this.refuse(`tags is ${show(known)}, but must be an object of tag key to value.`);
      }
      for (const [key, value] of Object.entries(known)) {
        if (!/^(?!aws:).{1,128}$/is.test(key)) {
          this.refuse(
            `tags names ${show(key)}, but must name keys of 1 to 128 characters that do not start with aws:.`,
          );
        }
        whenKnown(value, (one) => this.plain(`tags[${show(key)}]`, one, tagValue));
      }
    });
  }

  /**
   * Refuses an argument of another name, which a user without types, of JavaScript or YAML, would believe to hold.
   * `within` is the argument that holds these, "" for the component's own.
   */
  known(within: string, args: object, names: ArgumentNames): void {
    this.plainObject(within || "args", args, "argument name to value");
    const unknown = Object.keys(args).find((name) => !Object.hasOwn(names, name));
    if (unknown !== undefined) {
      const argument = within === "" ? unknown : `${within}.${unknown}`;
      const allowed = Object.keys(names).sort();
      this.refuse(`${argument} is no argument; allowed are ${allowed.join(", ")}.${didYouMean(unknown, allowed)}`);
    }
  }

  /** Refuses what is no object, or one that is not known yet. */
  plainObject(argument: string, value: unknown, content: string): void {
    if (typeof value !== "object" || value === null || Array.isArray(value) || isLater(value)) {
      this.refuse(`${argument} is ${show(value)}, but must be an object of ${content}, plain (not an output).`);
    }
  }

  /** Whether the risk is accepted, which what is there in AWS may need. */
  accepts(control: ControlId): boolean {
    this.needless.delete(control);
    return this.accepted.has(control);
  }

  /** The value, or the default where none is given, checked by the rule and the safeguard. */
  input<T>(
    argument: string,
    value: pulumi.Input<T> | undefined,
    whenAbsent: T,
    rule: Rule<T>,
    safeguard?: Safeguard<T>,
  ): pulumi.Input<T> {
    if (safeguard !== undefined && isLater(value)) {
      this.needless.delete(safeguard.control);
    }
    const check = (known: T): T => {
      const settled = known ?? whenAbsent;
      this.plain(argument, settled, rule);
      if (safeguard !== undefined) {
        this.safe(argument, settled, safeguard);
      }
      return settled;
    };
    return whenKnown(value ?? whenAbsent, check);
  }

  /** As `input`, for an argument without a default. */
  required<T>(argument: string, value: pulumi.Input<T>, rule: Rule<T>): pulumi.Input<T> {
    return whenKnown(value, (known) => this.plain(argument, known, rule));
  }

  /** As `input`, for an argument that may stay absent. */
  optionalInput<T>(argument: string, value: pulumi.Input<T> | undefined, rule: Rule<T>): pulumi.Input<T> | undefined {
    return value === undefined ? undefined : this.required(argument, value, rule);
  }

  /** A list, none for an output of nothing, and each of its entries, checked by the rules. */
  list<T>(
    argument: string,
    value: pulumi.Input<pulumi.Input<T>[]>,
    whole: Rule<readonly unknown[]>,
    each: Rule<T>,
  ): pulumi.Input<pulumi.Input<T>[]> {
    return whenKnown(value, (known) =>
      this.plain<pulumi.Input<T>[]>(argument, known ?? [], whole).map((entry, index) =>
        whenKnown(entry, (one) => this.plain(`${argument}[${index}]`, one, each)),
      ),
    );
  }

  plain<T>(argument: string, value: T, rule: Rule<T>): T {
    if (value === undefined || value === null || !rule.accepts(value)) {
      this.refuse(`${argument} is ${show(value)}, but must be ${rule.allowed}.`);
    }
    return value;
  }

  /**
   * Refuses a value that weakens a control, unless the risk is accepted: one that is known by `settled`, together with the
   * others, and an output when it resolves.
   */
  safe<T>(argument: string, value: T, { control, needed, holds }: Safeguard<T>): void {
    if (holds(value) || this.accepts(control)) {
      return;
    }
    const weakness =
      `${argument} is ${show(value)}, which fails the control ${control}; ` +
      `make it ${needed}, or state the reason in acceptedRisks["${control}"].`;
    if (this.weaknesses === undefined) {
      this.refuse(weakness);
    }
    this.weaknesses.push(weakness);
  }

  /**
   * The settings, once all arguments are through: throws an ArgumentError with everything that weakens a control, and
   * warns of accepted risks that nothing needs.
   */
  settled<Settings>(settings: Settings): Settings {
    const weaknesses = [...new Set(this.weaknesses)];
    this.weaknesses = undefined;
    if (weaknesses.length > 0) {
      this.refuse(weaknesses.join("\n"));
    }
    for (const control of this.needless) {
      void pulumi.log.warn(
        `${this.component}: acceptedRisks names ${show(control)}, but no argument weakens that control; take it out.`,
      );
    }
    return settings;
  }
}

const tagValue: Rule<unknown> = {
  allowed: "a string of at most 256 characters",
  accepts: (value) => typeof value === "string" && value.length <= 256,
};

/** Goes on at once with a known value, else when it resolves. */
export function whenKnown<T, U>(value: pulumi.Input<T>, then: (known: T) => pulumi.Input<U>): pulumi.Input<U> {
  // `apply` takes a value and an output alike, but its types take no union of them.
  return isLater(value) ? pulumi.output(value).apply((known) => then(known as T) as U) : then(value as T);
}

export function isLater(value: unknown): value is pulumi.Output<unknown> | Promise<unknown> {
  return pulumi.Output.isInstance(value) || value instanceof Promise;
}

export function show(value: unknown): string {
  if (value === undefined) {
    return "missing";
  }
  if (isLater(value)) {
    return "an output";
  }
  if (hasNoJson(value)) {
    return String(value);
  }
  // What a replacer is given has been through toJSON, which for an output is a warning of many lines.
  return JSON.stringify(value, function (this: Record<string, unknown>, key, shown) {
    return isLater(this[key]) ? "an output" : hasNoJson(shown) ? String(shown) : shown;
  });
}

/** What JSON has no words for: it makes null of NaN and Infinity, nothing of a function, and throws at a bigint. */
function hasNoJson(value: unknown): value is number | bigint | symbol | ((...args: never) => unknown) {
  return typeof value === "number"
    ? !Number.isFinite(value)
    : typeof value === "bigint" || typeof value === "symbol" || typeof value === "function";
}
