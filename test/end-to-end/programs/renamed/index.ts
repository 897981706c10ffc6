import * as pulumi from "@pulumi/pulumi";
import { SecureTable } from "aws-secure-database";

const config = new pulumi.Config();
const former = config.get("former");

new SecureTable(
  config.require("name"),
  {
    hashKey: "userId",
    deletionProtection: false,
    acceptedRisks: { "dynamodb-table-deletion-protection": "a test" },
  },
  { aliases: former === undefined ? [] : [{ name: former }] },
);
