import * as pulumi from "@pulumi/pulumi";
import { IsolatedNetwork, SecureTable, type SecureTableArgs } from "aws-secure-database";

// What a table can have beside a replica. An import from S3 is not here: it takes neither the key nor the protection of a
// table, so that a second preview proposes them in the emulated account.
const disposable = new pulumi.Config().getBoolean("disposable") ?? false;
const common: Partial<SecureTableArgs> = {
  deletionProtection: !disposable,
  acceptedRisks: disposable ? { "dynamodb-table-deletion-protection": "A trial whose data may go." } : {},
};

const network = new IsolatedNetwork("shop", { gatewayEndpoints: ["dynamodb"] });
new SecureTable("orders", {
  ...common,
  hashKey: "id",
  rangeKey: "placedAt",
  attributes: { placedAt: "N" },
  globalSecondaryIndexes: [{ name: "byCustomer", hashKey: "customer" }],
  localSecondaryIndexes: [{ name: "byTotal", rangeKey: "total" }],
  timeToLiveAttribute: "expires",
  streamViewType: "KEYS_ONLY",
  provisioned: { maxReadUnits: 20 },
  kinesis: {},
  contributorInsights: true,
  access: { organizationId: "o-a1b2c3d4e5" },
});

export const vpcId = network.vpcId;
