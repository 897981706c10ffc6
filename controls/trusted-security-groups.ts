import type { OptionsOf } from "./control";
import { securityGroupId } from "./text-schemas";

export interface TrustOptions {
  readonly trustedSecurityGroups: readonly string[];
}

export const trustOptions: OptionsOf<TrustOptions> = {
  trustedSecurityGroups: {
    schema: {
      type: "array",
      items: securityGroupId,
      description:
        "Ids of security groups of other stacks that are made for databases and whose rules are judged there.",
    },
    default: [],
  },
};

/** Whether a group that the program does not declare is one that a security team vouches for. */
export function isTrusted(identifiers: readonly string[], { trustedSecurityGroups }: TrustOptions): boolean {
  return identifiers.some((id) => trustedSecurityGroups.includes(id));
}
