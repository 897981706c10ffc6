import * as pulumi from "@pulumi/pulumi";

/** A resource of aws-native, without its package. */
export class Native extends pulumi.CustomResource {
  constructor(type: string, name: string, props: pulumi.Inputs = {}, opts?: pulumi.CustomResourceOptions) {
    super(type, name, { ...undefinedOutputs, ...props }, opts);
  }

  /** An output by its name. */
  out(name: (typeof outputs)[number]): pulumi.Output<string> {
    return (this as unknown as Record<string, pulumi.Output<string>>)[name] as pulumi.Output<string>;
  }
}

/** The SDK makes an output of every property that it is given, undefined ones too. */
const outputs = [
  "arn",
  "backupPlanId",
  "backupVaultName",
  "dbParameterGroupName",
  "dbSubnetGroupName",
  "groupId",
  "internetGatewayId",
  "routeTableId",
  "subnetId",
  "topicArn",
  "vpcId",
] as const;

const undefinedOutputs = Object.fromEntries(outputs.map((name) => [name, undefined]));
