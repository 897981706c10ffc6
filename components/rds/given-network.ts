import type * as pulumi from "@pulumi/pulumi";
import type { ArgumentChecks } from "../shared/arguments";
import { atLeastOneId, securityGroupId, text } from "../shared/rules";

export interface GivenNetwork {
  readonly subnetGroupName: pulumi.Input<string>;
  readonly securityGroupIds: pulumi.Input<pulumi.Input<string>[]>;
}

interface NetworkArgs {
  readonly subnetGroupName?: pulumi.Input<string>;
  readonly securityGroupIds?: pulumi.Input<pulumi.Input<string>[]>;
  readonly allowedSecurityGroupIds?: pulumi.Input<pulumi.Input<string>[]>;
}

/** The network that a database is given; undefined where it makes one of its own. */
export function checkGivenNetwork(
  checks: ArgumentChecks,
  { subnetGroupName, securityGroupIds, allowedSecurityGroupIds }: NetworkArgs,
): GivenNetwork | undefined {
  if (subnetGroupName === undefined && securityGroupIds === undefined) {
    return undefined;
  }
  if (subnetGroupName === undefined || securityGroupIds === undefined) {
    const [given, missing] =
      subnetGroupName === undefined ? ["securityGroupIds", "subnetGroupName"] : ["subnetGroupName", "securityGroupIds"];
    checks.refuse(
      `${given} is given without ${missing}, but must come with it; give both, or neither for a new network.`,
    );
  }
  if (allowedSecurityGroupIds !== undefined) {
    checks.refuse(
      "allowedSecurityGroupIds is given beside subnetGroupName, " +
        "but the groups in securityGroupIds decide who may connect.",
    );
  }
  return {
    subnetGroupName: checks.required("subnetGroupName", subnetGroupName, subnetGroup),
    securityGroupIds: checks.list("securityGroupIds", securityGroupIds, atLeastOneId, securityGroupId),
  };
}

export const subnetGroup = text(
  'the name of a DB subnet group other than "default"',
  /^(?!default$)[A-Za-z0-9._ -]{1,255}$/i,
);
