import type { Tag } from "@aws-sdk/client-ec2";

/** The name that people gave a resource of EC2, which has none of its own. */
export function tagName(tags: readonly Tag[] | undefined): string | undefined {
  return tags?.find((tag) => tag.Key === "Name")?.Value || undefined;
}
