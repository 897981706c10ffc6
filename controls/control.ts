import type { Inventory, Kind, Kinds, Resource } from "../inventory/model";
import type { ControlId } from "./ids";

export type Severity = "critical" | "high" | "medium" | "low";

/** From worst to mildest. */
export const severities: readonly Severity[] = ["critical", "high", "medium", "low"];

/** What a control answers about one subject. */
export type Answer =
  | { readonly answer: "holds" }
  /** `found` and `needed` are clauses: "storageEncrypted is false", "it must be true". */
  | { readonly answer: "fails"; readonly found: string; readonly needed: string }
  /** `waitsFor` ends the sentence "waits for ...". */
  | { readonly answer: "undecided"; readonly waitsFor: string }
  | { readonly answer: "not-applicable"; readonly because: string };

/** The ids under which other catalogues know a control. */
export interface PeerIds {
  readonly securityHub?: readonly string[];
  readonly cis?: readonly string[];
  readonly nist?: readonly string[];
  readonly pci?: readonly string[];
  readonly checkov?: readonly string[];
  readonly trivy?: readonly string[];
  readonly prowler?: readonly string[];
}

/** A JSON schema of one option, as Pulumi's policy configuration takes it. */
export interface OptionSchema {
  readonly type: "integer" | "boolean" | "string" | "array";
  readonly description: string;
  readonly minimum?: number;
  readonly maximum?: number;
  /** The only texts allowed. */
  readonly enum?: readonly string[];
  readonly items?: TextSchema;
}

/** What the texts of a list may be. */
export interface TextSchema {
  readonly type: "string";
  readonly enum?: readonly string[];
  /** A regular expression that they must match. */
  readonly pattern?: string;
  /** What the pattern stands for, in words that follow "must be": "a CIDR block such as 10.0.0.0/8". */
  readonly description?: string;
}

export type OptionsOf<O> = {
  readonly [Name in keyof O]: { readonly schema: OptionSchema; readonly default: O[Name] };
};

/** The option of a control that stays silent until somebody asks for it. */
export const offUnlessConfigured = {
  enabled: {
    schema: { type: "boolean", description: "Whether the control is judged at all." },
    default: false,
  },
} as const satisfies OptionsOf<{ enabled: boolean }>;

/** A gate: `policy-pack` judges what a program declares, `audit` what runs in an account. */
export type Gate = (typeof gates)[number];

export const gates = ["policy-pack", "audit"] as const;

/**
 * One rule about one kind of resource: data and a pure judgement.
 * `K` is the kind of its subject, `O` its options with their types.
 */
export interface Control<K extends Kind = Kind, O extends object = object> {
  /** Also the policy's name, the audit's rule id and the exception's key. */
  readonly id: ControlId;
  readonly title: string;
  readonly subject: K;
  readonly severity: Severity;
  /** Why it matters, in one sentence. */
  readonly why: string;
  /** How to mend it, in one sentence that starts with a verb. */
  readonly remediation: string;
  readonly peerIds: PeerIds;
  readonly options: OptionsOf<O>;
  /** Where it can be decided; absent: at every gate. */
  readonly gates?: readonly Gate[];
  /**
   * "resource": the subject's own properties alone decide.
   * "inventory": only other resources beside it can decide.
   * "both": its own properties decide unless they refer to other resources or are not known yet.
   */
  readonly looksAt: "resource" | "inventory" | "both";
  evaluate(subject: Kinds[K], inventory: Inventory, options: O): Answer;
  /**
   * The properties, as the AWS provider calls them, that mend what fails. Only where a change of them is safe for what
   * exists: nothing that replaces a resource, breaks its clients or needs a decision.
   */
  readonly remedy?: Remedy<O>;
}

export interface Remedy<O extends object = object> {
  /** Types of which these are properties, such as "aws:rds/instance:Instance"; resources of others are not mended. */
  readonly types: readonly string[];
  /**
   * Whether a subject needs it, where the control decides by other resources too, which nobody sees when a resource is
   * mended; absent: where the control fails for the resource alone.
   */
  needed?(subject: Resource): boolean;
  /**
   * Objects are merged into what is there, anything else takes its place.
   * @param type the one of `types` that is mended, as not all give a property the same name
   */
  properties(options: O, type: string): Readonly<Record<string, unknown>>;
}

/** A control of any kind, as the catalogue lists it; `defineControl` keeps subject and judgement in step. */
export interface AnyControl extends Omit<Control, "evaluate" | "options" | "remedy"> {
  readonly options: { readonly [name: string]: { readonly schema: OptionSchema; readonly default: unknown } };
  readonly remedy?: Remedy;
  evaluate(subject: Resource, inventory: Inventory, options: object): Answer;
}

export function defineControl<K extends Kind, O extends object>(control: Control<K, O>): AnyControl {
  // The gates take a control's subjects from inventory[control.subject] and nowhere else.
  return control as unknown as AnyControl;
}

/** Which control speaks about which resource. */
export interface Concern {
  readonly control: ControlId;
  readonly severity: Severity;
  readonly kind: Kind;
  /** URN in a program, ARN (or AWS id) in an account. */
  readonly resource: string;
  readonly resourceName: string;
  readonly region?: string;
}

/** A control that fails for a resource. */
export interface Finding extends Concern {
  readonly found: string;
  readonly needed: string;
  readonly remediation: string;
}

/** A control that cannot be decided for a resource yet. */
export interface Undecided extends Concern {
  readonly waitsFor: string;
}
