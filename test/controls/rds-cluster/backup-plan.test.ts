import { describeControl } from "../../support/control-cases";
import { pending, type Row } from "../../support/program";

const cluster: Row = {
  type: "aws:rds/cluster:Cluster",
  name: "subject",
  props: { engine: "aurora-postgresql", clusterIdentifier: "orders" },
};
const plan: Row = {
  type: "aws:backup/plan:Plan",
  name: "plan",
  props: { rules: [{ ruleName: "daily", targetVaultName: "vault", schedule: "cron(0 3 * * ? *)" }] },
};
const selection = (...resources: readonly (string | ReturnType<typeof pending>)[]): Row => ({
  type: "aws:backup/selection:Selection",
  name: "selection",
  props: { planId: pending("plan"), resources },
});

describeControl("rds-cluster-backup-plan", [
  { shows: "a selection by its ARN", given: [cluster, plan, selection(pending("subject"))], answer: "holds" },
  { shows: "no selection", given: [cluster], answer: "fails", says: "no selection of a backup plan takes it in" },
  { shows: "every cluster", given: [cluster, plan, selection("arn:aws:rds:*:*:cluster:*")], answer: "holds" },
  { shows: "every instance", given: [cluster, plan, selection("arn:aws:rds:*:*:db:*")], answer: "fails" },
  { shows: "a selection known at deploy", given: [cluster, plan, selection(pending())], answer: "undecided" },
]);
