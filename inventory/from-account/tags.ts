import type { Tag } from "@aws-sdk/client-ec2";
import type { Kind, TaggedResource, Tags } from "../model";

/** The kinds whose tags AWS lists with the resource, or that are asked for; those of subnet groups would take a call for each. */
export const kindsWithTags = [
  "dbInstances",
  "dbClusters",
  "globalClusters",
  "dbSnapshots",
  "replicatedBackups",
  "dynamodbTables",
  "subnets",
  "routeTables",
  "securityGroups",
  "flowLogs",
  "vpcEndpoints",
  "secrets",
] as const satisfies readonly Kind[];

/** The name that people gave a resource of EC2, which has none of its own. */
export function tagName(tags: readonly Tag[] | undefined): string | undefined {
  return tags?.find((tag) => tag.Key === "Name")?.Value || undefined;
}

/** Tags by their keys, as every service lists them. */
export function tagsOf(tags: ListedTags): Tags {
  return Object.fromEntries((tags ?? []).map(({ Key = "", Value = "" }) => [Key, Value]));
}

/** The same for what most often has none, and of which there are many. */
export function tagged(tags: ListedTags): Pick<TaggedResource, "tags"> {
  return tags === undefined || tags.length === 0 ? {} : { tags: tagsOf(tags) };
}

type ListedTags = readonly { readonly Key?: string | undefined; readonly Value?: string | undefined }[] | undefined;
