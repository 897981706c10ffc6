import * as pulumi from "@pulumi/pulumi";
import { IsolatedNetwork } from "aws-secure-database";

const config = new pulumi.Config();

export const { subnetGroupName } = new IsolatedNetwork("shared", {
  vpcId: config.require("vpcId"),
  subnetIds: config.requireObject<string[]>("subnetIds"),
});
