import { describeControl } from "../../support/control-cases";
import { pending, type Row } from "../../support/program";

function cluster(props: Extract<Row, { type: "aws:dax/cluster:Cluster" }>["props"]): Row {
  return { type: "aws:dax/cluster:Cluster", name: "subject", props };
}

describeControl("dax-cluster-encrypted-in-transit", [
  { shows: "TLS", given: [cluster({ clusterEndpointEncryptionType: "TLS" })], answer: "holds" },
  {
    shows: "not set",
    given: [cluster({})],
    answer: "fails",
    says: "clusterEndpointEncryptionType is not set (no encryption)",
  },
  {
    shows: "none",
    given: [cluster({ clusterEndpointEncryptionType: "NONE" })],
    answer: "fails",
    says: "clusterEndpointEncryptionType is NONE",
  },
  { shows: "known at deploy", given: [cluster({ clusterEndpointEncryptionType: pending() })], answer: "undecided" },
]);
