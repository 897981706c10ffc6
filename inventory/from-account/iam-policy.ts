import type { IamPolicy } from "../model";
import type { DescribedPolicy } from "./description";

/** IAM is global: its policies have no region. */
export function iamPolicy({ id, name, document }: DescribedPolicy): IamPolicy {
  return { id, name, identifiers: [id], document };
}
