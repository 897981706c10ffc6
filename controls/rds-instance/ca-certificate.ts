import { isUnknown } from "../../inventory/value";
import { fails, holds, undecided } from "../answers";
import { defineControl } from "../control";

/** https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.SSL.html */
const current = "rds-ca-rsa2048-g1";
const expired = ["rds-ca-2015", "rds-ca-2019"];

/** Members of clusters are judged too: each has a certificate of its own, and no control of clusters speaks about it. */
export const caCertificate = defineControl<"dbInstances", { expiredAuthorities: readonly string[] }>({
  id: "rds-instance-ca-certificate",
  title: "RDS instance has a certificate of an authority that has not expired",
  subject: "dbInstances",
  severity: "medium",
  why: "Clients that verify the server refuse an expired certificate, and the way out that is taken is to stop verifying.",
  remediation: `Set caCertIdentifier (caCertificateIdentifier of a Multi-AZ Cluster) to ${current} or another authority that is current, and give the clients its bundle first.`,
  peerIds: { checkov: ["CKV_AWS_211"], prowler: ["rds_instance_certificate_expiration"] },
  options: {
    expiredAuthorities: {
      schema: {
        type: "array",
        items: { type: "string" },
        description: "Certificate authorities that have expired or soon will.",
      },
      default: expired,
    },
  },
  // The program can set the default of its account, which an instance alone does not show.
  looksAt: "inventory",
  remedy: {
    types: ["aws:rds/instance:Instance", "aws:rds/clusterInstance:ClusterInstance", "aws:rds/cluster:Cluster"],
    properties: (_options, type) =>
      type === "aws:rds/cluster:Cluster" ? { caCertificateIdentifier: current } : { caCertIdentifier: current },
  },
  evaluate({ caCertificate: authority }, _inventory, { expiredAuthorities }) {
    if (isUnknown(authority)) {
      return undecided(authority.waitsFor);
    }
    const found = expiredAuthorities.find((name) => name.toLowerCase() === authority?.trim().toLowerCase());
    return found === undefined
      ? holds
      : fails(
          `its certificate authority is ${found}, which has expired or soon will`,
          "it must be a current authority",
        );
  },
});
