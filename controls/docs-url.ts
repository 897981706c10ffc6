import type { ControlId } from "./ids";

/** Where the pages of this version are: in the package, which this site serves as it is on the npm registry. */
const pages = "https://unpkg.com/aws-secure-database@0.1.0/docs/controls";

/** The page about a control: what it asks, why, and how to mend it. */
export function docsUrl(id: ControlId): string {
  return `${pages}/${id}.md`;
}
