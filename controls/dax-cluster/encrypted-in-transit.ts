import { isUnknown } from "../../inventory/value";
import { fails, holds, shown, undecided } from "../answers";
import { defineControl } from "../control";

export const encryptedInTransit = defineControl<"daxClusters", object>({
  id: "dax-cluster-encrypted-in-transit",
  title: "DAX cluster speaks TLS",
  subject: "daxClusters",
  severity: "medium",
  why: "Without TLS the items of the table pass the network in clear text.",
  remediation: "Set clusterEndpointEncryptionType to TLS, which replaces the cluster.",
  peerIds: {
    securityHub: ["DynamoDB.7"],
    nist: ["AC-17", "SC-8", "SC-13", "SC-23"],
    pci: ["4.2.1"],
    checkov: ["CKV_AWS_239"],
    prowler: ["dynamodb_accelerator_cluster_in_transit_encryption_enabled"],
  },
  options: {},
  looksAt: "resource",
  evaluate({ endpointEncryption }) {
    if (isUnknown(endpointEncryption)) {
      return undecided(endpointEncryption.waitsFor);
    }
    if (endpointEncryption?.toUpperCase() === "TLS") {
      return holds;
    }
    return fails(
      endpointEncryption === undefined
        ? "clusterEndpointEncryptionType is not set (no encryption)"
        : `clusterEndpointEncryptionType is ${shown(endpointEncryption, "name")}`,
      "it must be TLS",
    );
  },
});
