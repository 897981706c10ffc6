import { emptyInventory, type RecoveryPoint } from "../../../inventory/model";
import { unknown } from "../../../inventory/value";
import { describeControl } from "../../support/control-cases";

const point = (facts: Partial<RecoveryPoint>) => ({
  ...emptyInventory("account"),
  recoveryPoints: [
    {
      id: "arn:aws:rds:eu-west-1:123456789012:snapshot:awsbackup:1",
      name: "subject",
      identifiers: [],
      resource: "arn:aws:rds:eu-west-1:123456789012:db:orders",
      encrypted: undefined,
      ...facts,
    },
  ],
});

describeControl("database-recovery-point-encrypted", [
  { shows: "an encrypted one", given: point({ encrypted: true }), answer: "holds" },
  { shows: "one in clear text", given: point({ encrypted: false }), answer: "fails", says: "it is not encrypted" },
  { shows: "one of which AWS says nothing", given: point({}), answer: "fails" },
  {
    shows: "one that could not be read",
    given: point({ encrypted: unknown("the recovery point") }),
    answer: "undecided",
  },
  {
    shows: "one of a table",
    given: point({ resource: "arn:aws:dynamodb:eu-west-1:123456789012:table/orders", encrypted: false }),
    answer: "fails",
  },
  {
    shows: "one of a volume",
    given: point({ resource: "arn:aws:ec2:eu-west-1:123456789012:volume/vol-1", encrypted: false }),
    answer: "not-applicable",
  },
]);
