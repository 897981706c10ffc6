import { subjectCluster } from "../../support/cluster-rows";
import { describeControl } from "../../support/control-cases";
import { pending } from "../../support/program";

describeControl("rds-cluster-master-username", [
  { shows: "a name of its own", given: [subjectCluster({ masterUsername: "shop_owner" })], answer: "holds" },
  {
    shows: "the default name of PostgreSQL",
    given: [subjectCluster({ masterUsername: "postgres" })],
    answer: "fails",
    says: "masterUsername is postgres, a default name",
  },
  { shows: "a default name in capitals", given: [subjectCluster({ masterUsername: "ADMIN" })], answer: "fails" },
  {
    shows: "a replica, which has that of its source",
    given: [subjectCluster({ replicationSourceIdentifier: "arn:aws:rds:us-east-1:111122223333:cluster:orders" })],
    answer: "not-applicable",
  },
  { shows: "known at deploy", given: [subjectCluster({ masterUsername: pending() })], answer: "undecided" },
]);
