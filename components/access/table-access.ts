import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { ArgumentChecks, type ArgumentNames } from "../shared/arguments";
import { withRenames } from "../shared/renames";
import { keyArn, resourceName, roleName, text } from "../shared/rules";
import type { OwnItemsArgs } from "./own-items-arguments";
import { ownItemsPolicy } from "./own-items-policy";
import { checkOwnItems, ownItemsNames } from "./own-items-settings";

export interface TableAccessArgs extends OwnItemsArgs {
  /** ARN of the table, of a SecureTable. */
  tableArn: pulumi.Input<string>;

  /** ARN of the table's customer managed key. Default: none, a table under another kind of key. */
  kmsKeyArn?: pulumi.Input<string>;

  /** Name of the role that gets the policy. Default: none, and the policy is an output only. */
  roleName?: pulumi.Input<string>;
}

/** Leave to get at those items of a DynamoDB table whose partition key is the caller's own id. */
export class TableAccess extends pulumi.ComponentResource {
  /** The IAM policy, as JSON. */
  public readonly policy: pulumi.Output<string>;

  constructor(name: string, args: TableAccessArgs, opts?: pulumi.ComponentResourceOptions) {
    const { tableArn, kmsKeyArn, role, items } = checkTableAccess(name, args);
    super("aws-secure-database:index:TableAccess", name, {}, withRenames("TableAccess", name, opts));

    this.policy = pulumi.all([tableArn, kmsKeyArn]).apply(([table, key]) => ownItemsPolicy(table, key, items));
    if (role !== undefined) {
      new aws.iam.RolePolicy(name, { role, policy: this.policy }, { parent: this });
    }
    this.registerOutputs({ policy: this.policy });
  }
}

function checkTableAccess(name: string, args: TableAccessArgs = {} as TableAccessArgs) {
  const checks = new ArgumentChecks(`TableAccess ${JSON.stringify(name)}`, args, argumentNames);
  checks.plain("name", name, resourceName);
  return {
    tableArn: checks.required("tableArn", args.tableArn, tableArnRule),
    kmsKeyArn: checks.optionalInput("kmsKeyArn", args.kmsKeyArn, keyArn),
    role: checks.optionalInput("roleName", args.roleName, roleName),
    items: checkOwnItems(checks, args),
  };
}

const argumentNames: ArgumentNames<TableAccessArgs> = {
  ...ownItemsNames,
  tableArn: true,
  kmsKeyArn: true,
  roleName: true,
};

/** https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazondynamodb.html */
const tableArnRule = text(
  "the ARN of a table, arn:aws:dynamodb:<region>:<account>:table/<name>",
  /^arn:aws[a-z-]*:dynamodb:[a-z0-9-]+:\d{12}:table\/[\w.-]{3,255}$/,
);
