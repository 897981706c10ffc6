import type { ReportedResource } from "../formats/model";

interface UrnParts extends ReportedResource {
  readonly stack: string;
  readonly project: string;
}

/**
 * Takes a URN apart; anything else is its own name.
 * https://www.pulumi.com/docs/iac/concepts/resources/names/#urns
 */
export function partsOfUrn(urn: string): UrnParts {
  const [start = "", project = "", types = "", ...name] = urn.split("::");
  if (!start.startsWith("urn:pulumi:") || name.length === 0) {
    return { id: urn, name: urn, type: "", stack: "", project: "" };
  }
  // The types of the parents stand before a resource's own, with "$" between them.
  const type = types.slice(types.lastIndexOf("$") + 1);
  return { id: urn, name: name.join("::"), type, stack: start.slice("urn:pulumi:".length), project };
}

export function resourceOfUrn(urn: string): ReportedResource {
  const { id, name, type } = partsOfUrn(urn);
  return { id, name, type };
}
