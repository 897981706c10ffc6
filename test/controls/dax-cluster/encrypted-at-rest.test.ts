import { describeControl } from "../../support/control-cases";
import { pending, type Row } from "../../support/program";

function cluster(props: Extract<Row, { type: "aws:dax/cluster:Cluster" }>["props"]): Row {
  return { type: "aws:dax/cluster:Cluster", name: "subject", props };
}

describeControl("dax-cluster-encrypted-at-rest", [
  { shows: "encrypted", given: [cluster({ serverSideEncryption: { enabled: true } })], answer: "holds" },
  {
    shows: "not set",
    given: [cluster({})],
    answer: "fails",
    says: "serverSideEncryption.enabled is not set (off by default)",
  },
  {
    shows: "switched off",
    given: [cluster({ serverSideEncryption: { enabled: false } })],
    answer: "fails",
    says: "serverSideEncryption.enabled is false",
  },
  { shows: "set without a word", given: [cluster({ serverSideEncryption: {} })], answer: "fails" },
  {
    shows: "known at deploy",
    given: [cluster({ serverSideEncryption: pending() })],
    answer: "undecided",
    says: "serverSideEncryption, known at deploy",
  },
]);
