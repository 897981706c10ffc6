import { type DbInstance, emptyInventory, type GuarddutyDetector } from "../../../inventory/model";
import { describeControl } from "../../support/control-cases";
import { pending, type Row } from "../../support/program";

type Props = NonNullable<Extract<Row, { type: "aws:guardduty/detector:Detector" }>["props"]>;
type FeatureProps = NonNullable<Extract<Row, { type: "aws:guardduty/detectorFeature:DetectorFeature" }>["props"]>;

const detector = (props: Props = {}): Row => ({ type: "aws:guardduty/detector:Detector", name: "subject", props });
const feature = (props: FeatureProps): Row => ({
  type: "aws:guardduty/detectorFeature:DetectorFeature",
  name: "logins",
  props: { detectorId: pending("subject"), name: "RDS_LOGIN_EVENTS", ...props },
});
const database = { id: "orders", name: "orders", identifiers: [] } as unknown as DbInstance;
const account = (facts: Partial<GuarddutyDetector>, dbInstances = [database]) => ({
  ...emptyInventory("account"),
  dbInstances,
  guarddutyDetectors: [
    { id: "eu-west-1", name: "subject", identifiers: [], enabled: true, rdsLoginEvents: undefined, ...facts },
  ],
});

describeControl("guardduty-rds-protection", [
  { shows: "the feature", given: [detector({ enable: true }), feature({ status: "ENABLED" })], answer: "holds" },
  {
    shows: "the feature switched off",
    given: [detector({ enable: true }), feature({ status: "DISABLED" })],
    answer: "fails",
    says: "the feature RDS_LOGIN_EVENTS is not enabled",
  },
  { shows: "a new detector, whose features GuardDuty enables", given: [detector()], answer: "holds" },
  {
    shows: "a detector that is off",
    given: [detector({ enable: false })],
    answer: "fails",
    says: "GuardDuty is not enabled",
  },
  {
    shows: "another feature switched off",
    given: [detector(), feature({ name: "S3_DATA_EVENTS", status: "DISABLED" })],
    answer: "holds",
  },
  {
    shows: "the feature of another detector switched off",
    given: [detector(), feature({ detectorId: "12abc", status: "DISABLED" })],
    answer: "holds",
  },
  { shows: "a status known at deploy", given: [detector(), feature({ status: pending() })], answer: "undecided" },
  { shows: "an account with the feature", given: account({ rdsLoginEvents: true }), answer: "holds" },
  { shows: "an account without the feature", given: account({}), answer: "fails" },
  { shows: "an account without a database", given: account({ enabled: false }, []), answer: "not-applicable" },
  { shows: "an account without a detector", given: account({ enabled: false }), answer: "fails" },
]);
