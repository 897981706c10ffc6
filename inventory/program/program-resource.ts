/** A resource of a Pulumi program as its policies see it, free of the types of Pulumi's packages. */
export interface ProgramResource {
  readonly urn: string;
  /** The type token, such as "aws:rds/instance:Instance". */
  readonly type: string;
  readonly name: string;
  /** Plain data. A leaf that cannot be read is an `Unknown` that says why; null and undefined mean that nobody set it. */
  readonly props: Readonly<Record<string, unknown>>;
  /** The region of its provider, which counts where the resource names none of its own. */
  readonly providerRegion?: string;
  /** The tags that its provider puts on everything (defaultTags). */
  readonly providerTags?: Readonly<Record<string, string>>;
  /** URNs of the resources that each property comes from. */
  readonly dependencies: Readonly<Record<string, readonly string[]>>;
}

/** The type token in a URN, whose types of parents end in "$". */
export function typeOfUrn(urn: string): string {
  return urn.split("::")[2]?.split("$").at(-1) ?? "";
}

/** Why a value is unknown in a preview. */
export const knownAtDeploy = "known at deploy";

/**
 * The URN of the resource that a part of the inventory comes from. A resource that is several parts, such as a
 * security group with its rules, numbers them behind a "#".
 * @param urns tells the URNs of the program, as a name can hold a "#" too
 */
export function urnOfId(id: string, urns: { has(urn: string): boolean }): string {
  const end = id.lastIndexOf("#");
  return urns.has(id) || end === -1 ? id : urnOfId(id.slice(0, end), urns);
}
