import * as pulumi from "@pulumi/pulumi";
import { SecureInstance } from "aws-secure-database";

const config = new pulumi.Config();
const property = config.require("property");
const value: unknown = config.requireObject("value");

new SecureInstance(
  "orders",
  {},
  {
    transforms: [
      ({ type, props, opts }) =>
        type === "aws:rds/instance:Instance" ? { props: { ...props, [property]: value }, opts } : undefined,
    ],
  },
);
