import { databaseRegions } from "../database-regions";
import { awsAdaptors, completed } from "../from-pulumi-aws";
import { awsNativeAdaptors, withGatewayAttachments } from "../from-pulumi-aws-native";
import { masterUserSecrets } from "../master-user-secrets";
import type { Inventory, Kind } from "../model";
import { type Adaptor, gather, type Part } from "./adaptor";
import { withGroupsElsewhere } from "./groups-elsewhere";
import type { ProgramResource } from "./program-resource";

export { effectiveProps } from "./effective-props";
export { knownAtDeploy, type ProgramResource, urnOfId } from "./program-resource";

/** Every type that is read, by its token. */
export const adaptors = { ...awsAdaptors, ...awsNativeAdaptors } as const satisfies Readonly<Record<string, Adaptor>>;

/** A token that the inventory reads. */
export type ReadType = keyof typeof adaptors;

/** True for the types that `fromProgram` reads; it leaves out all others. */
export function isRead(type: string): type is ReadType {
  return Object.hasOwn(adaptors, type);
}

export const readTypes = Object.keys(adaptors) as readonly ReadType[];

/** The kinds of resource that the inventory makes of a resource of a type, whatever it declares. */
export function kindsOfType(type: ReadType): readonly Kind[] {
  const part: Part = adaptors[type]({
    urn: `urn:pulumi:stack::project::${type}::name`,
    type,
    name: "name",
    props: {},
    dependencies: {},
  });
  const kinds = (Object.keys(part) as Kind[]).filter((kind) => (part[kind] ?? []).length > 0);
  // A Multi-AZ DB cluster stands for its members too.
  const all: readonly Kind[] = kinds.includes("dbClusters") ? [...kinds, "dbInstances"] : kinds;
  return all.includes("dbInstances") ? [...all, "databaseRegions", "secrets"] : all;
}

/** The inventory of what a Pulumi program declares, whichever of the providers it uses. */
export function fromProgram(resources: readonly ProgramResource[]): Inventory {
  const parts = resources.map((resource) => (isRead(resource.type) ? adaptors[resource.type](resource) : {}));
  const declared = withGatewayAttachments(completed(gather(parts), resources), resources);
  const lists = { ...declared, securityGroups: withGroupsElsewhere(declared) };
  return {
    scope: "program",
    unread: {},
    ...lists,
    secrets: [...lists.secrets, ...masterUserSecrets(lists)],
    databaseRegions: databaseRegions(lists),
  };
}
