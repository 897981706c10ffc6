/**
 * What a setting's value must be. Values are lists of words separated by commas, compared without case.
 */
export interface RequiredSetting {
  /** The parameter's or option setting's name, in lower case. */
  readonly name: string;
  /** It holds with a value that has every word of one of these lists; "any" asks for some value. */
  readonly holdsWith: readonly (readonly string[])[] | "any";
  /** The value may have no further word. */
  readonly alone?: boolean;
  /** "all" stands for every one of these words, and "-" before a word takes away what comes before it in the list. */
  readonly classes?: readonly string[];
  /** The engine version from which the engine's default holds ("0" for every version); absent: no default holds. */
  readonly holdsByDefaultFrom?: string;
  /** RDS may choose an older version than that for an instance that names none. */
  readonly defaultVersionMayBeOlder?: boolean;
  /** A value that holds, for messages and components. */
  readonly recommended: string;
  /** A change of the parameter takes a reboot. */
  readonly static?: boolean;
}

/** Where an engine keeps what a control asks for: in parameters or in an option. */
export type Requirement =
  | { readonly in: "parameters"; readonly settings: readonly RequiredSetting[] }
  | {
      readonly in: "option";
      readonly option: string;
      readonly settings: readonly RequiredSetting[];
      /** Other settings of the option that are wise, and nobody's must, as the RDS API spells them. */
      readonly advised?: Readonly<Record<string, string>>;
      /** An option that this one excludes. */
      readonly excludes?: string;
    };

/** Facts about one family of RDS engines, for its DB instances. */
export interface Engine {
  /** The names of the engine and its editions, as the RDS API spells them. */
  readonly names: readonly string[];
  /** The default port. */
  readonly port: number;
  /** What forces every connection onto TLS. */
  readonly tls: Requirement;
  /** What writes DDL, connections and disconnections to a log. */
  readonly audit: Requirement;
  /** What does so by the engine's own audit extension, too; absent: `audit` is all there is. */
  readonly strictAudit?: Requirement;
  /** CloudWatch log exports that carry the audit trail and the errors. */
  readonly logExports: readonly string[];
  /** The version from which IAM database authentication works ("0" for every version); absent: it does not. */
  readonly iamAuthenticationFrom?: string;
  /** Other log types that it can export. */
  readonly optionalLogExports?: readonly string[];
  /** Whether majors past their standard support can run on under RDS Extended Support. */
  readonly extendedSupport?: boolean;
  /** The log, of those that are exported, that tells of log-ins that failed, and what its lines about them hold. */
  readonly failedLogins?: { readonly log: string; readonly pattern: string };
  /** The port that TLS takes where it is not the port itself, and the parameter that sets it. */
  readonly tlsPort?: { readonly parameter: string; readonly port: number };
  /** Parameters without which logs that are exported stay empty or in tables. */
  readonly logParameters?: Readonly<Record<string, string>>;
  /** Editions that cannot be multi-AZ, with the version from which they can. */
  readonly singleAzOnly?: readonly { readonly name: string; readonly until?: string }[];
}

/** The words that switch a boolean parameter on. */
export const on: readonly (readonly string[])[] = [["1"], ["on"], ["true"], ["yes"]];
