import { describeControl } from "../../support/control-cases";
import { pending, type Row } from "../../support/program";

type Props = NonNullable<Extract<Row, { type: "aws:rds/subnetGroup:SubnetGroup" }>["props"]>;

const group = (props: Props): readonly Row[] => [{ type: "aws:rds/subnetGroup:SubnetGroup", name: "subject", props }];
const options = { requiredTags: ["owner"] };

describeControl("database-subnet-group-tagged", [
  { shows: "the required tag", given: group({ tags: { owner: "shop" } }), options, answer: "holds" },
  { shows: "no tags", given: group({}), options, answer: "fails", says: "it has no tag owner" },
  { shows: "a tag of another case", given: group({ tags: { Owner: "shop" } }), options, answer: "fails" },
  { shows: "tags known at deploy", given: group({ tags: pending() }), options, answer: "undecided" },
  { shows: "nothing is required unless configured", given: group({}), answer: "not-applicable" },
]);
