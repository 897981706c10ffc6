import type { Tag } from "@aws-sdk/client-ec2";
import type { Tags } from "../model";

/** The name that people gave a resource of EC2, which has none of its own. */
export function tagName(tags: readonly Tag[] | undefined): string | undefined {
  return tags?.find((tag) => tag.Key === "Name")?.Value || undefined;
}

/** Tags by their keys, as every service lists them. */
export function tagsOf(
  tags: readonly { readonly Key?: string | undefined; readonly Value?: string | undefined }[] | undefined,
): Tags {
  return Object.fromEntries((tags ?? []).map(({ Key = "", Value = "" }) => [Key, Value]));
}
