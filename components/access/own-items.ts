import * as pulumi from "@pulumi/pulumi";
import { ArgumentChecks } from "../shared/arguments";
import type { OwnItemsArgs } from "./own-items-arguments";
import { ownItemsPolicy } from "./own-items-policy";
import { checkOwnItems, ownItemsNames } from "./own-items-settings";

/** A table with items of many users. */
export interface SharedTable extends pulumi.Resource {
  readonly arn: pulumi.Output<string>;
  readonly kmsKeyArn: pulumi.Output<string>;
}

/** The policy, as JSON, of who may get at the own items of a table. */
export function ownItemsPolicyOf(table: SharedTable, component: string, args: OwnItemsArgs): pulumi.Output<string> {
  const items = checkOwnItems(new ArgumentChecks(component, args, ownItemsNames), args);
  return pulumi.all([table.arn, table.kmsKeyArn]).apply(([arn, kmsKeyArn]) => ownItemsPolicy(arn, kmsKeyArn, items));
}
