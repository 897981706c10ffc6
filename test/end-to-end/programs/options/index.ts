import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import { SecureCluster, SecureInstance, SecureTable } from "aws-secure-database";

const options: pulumi.ComponentResourceOptions = {
  protect: true,
  providers: [new aws.Provider("ireland", { region: "eu-west-1" })],
  transforms: [
    ({ type, props, opts }) =>
      type.startsWith("aws:") ? { props, opts: { ...opts, customTimeouts: { create: "99m" } } } : undefined,
  ],
};

new SecureInstance("orders", {}, options);
new SecureCluster("events", {}, options);
new SecureTable("sessions", { hashKey: "userId" }, options);
