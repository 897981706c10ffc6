import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { SecureTable } from "aws-secure-database";

const step = new pulumi.Config().require("step");
const name = "legacy-orders";

if (step === "legacy") {
  new aws.dynamodb.Table(
    "legacy",
    { name, billingMode: "PAY_PER_REQUEST", hashKey: "id", attributes: [{ name: "id", type: "S" }] },
    { retainOnDelete: true },
  );
} else {
  new SecureTable(
    "orders",
    step === "dispose"
      ? {
          hashKey: "id",
          deletionProtection: false,
          acceptedRisks: { "dynamodb-table-deletion-protection": "the test is over" },
        }
      : { hashKey: "id" },
    {
      transforms: [
        ({ type, props, opts }) =>
          type === "aws:dynamodb/table:Table"
            ? {
                props: { ...props, name },
                opts:
                  step === "adopt"
                    ? {
                        ...opts,
                        import: name,
                        ignoreChanges: ["serverSideEncryption", "pointInTimeRecovery", "deletionProtectionEnabled"],
                      }
                    : opts,
              }
            : undefined,
      ],
    },
  );
}
