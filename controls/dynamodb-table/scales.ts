import type { DynamodbTable, Inventory } from "../../inventory/model";
import { isUnknown } from "../../inventory/value";
import { all, fails, holds, undecided } from "../answers";
import { type Answer, defineControl } from "../control";
import { scalingOf } from "./scaling";

const needed = "it must be PAY_PER_REQUEST, or have a scaling target for reads and one for writes";

/** https://docs.aws.amazon.com/autoscaling/application/APIReference/API_RegisterScalableTarget.html */
const dimensions: readonly { readonly name: string; readonly of: string }[] = [
  { name: "dynamodb:table:ReadCapacityUnits", of: "read" },
  { name: "dynamodb:table:WriteCapacityUnits", of: "write" },
];

export const scales = defineControl<"dynamodbTables", object>({
  id: "dynamodb-table-scales",
  title: "DynamoDB table scales with its load",
  subject: "dynamodbTables",
  severity: "medium",
  why: "A table of fixed capacity throttles its clients as soon as they ask for more.",
  remediation:
    "Set billingMode to PAY_PER_REQUEST, or add an aws.appautoscaling.Target with its Policy for dynamodb:table:ReadCapacityUnits and one for dynamodb:table:WriteCapacityUnits.",
  peerIds: {
    securityHub: ["DynamoDB.1"],
    nist: ["CP-2(2)", "CP-6(2)", "CP-10", "SC-5(2)", "SC-36", "SI-13(5)"],
    checkov: ["CKV2_AWS_16"],
    prowler: ["dynamodb_table_autoscaling_enabled"],
  },
  options: {},
  looksAt: "inventory",
  evaluate: judge,
});

function judge(table: DynamodbTable, inventory: Inventory): Answer {
  const { billingMode } = table;
  if (typeof billingMode === "string" && billingMode.toUpperCase() === "PAY_PER_REQUEST") {
    return holds;
  }
  const answer = all(dimensions.map((dimension) => judgeDimension(table, inventory, dimension)));
  return answer.answer !== "holds" && isUnknown(billingMode) ? undecided(billingMode.waitsFor) : answer;
}

function judgeDimension(table: DynamodbTable, inventory: Inventory, { name, of }: (typeof dimensions)[number]): Answer {
  const { found, maybe } = scalingOf(table, inventory);
  if (found.some(({ dimension }) => dimension === name)) {
    return holds;
  }
  const unknownDimension = found.map(({ dimension }) => dimension).find(isUnknown);
  if (unknownDimension !== undefined) {
    return undecided(unknownDimension.waitsFor);
  }
  const perhaps = maybe.find(({ dimension }) => dimension === name || isUnknown(dimension));
  if (perhaps !== undefined) {
    return undecided(`whether scaling target ${perhaps.name} is of it`);
  }
  const unread = inventory.unread.scalingTargets;
  return unread === undefined
    ? fails(`its capacity is PROVISIONED and nothing scales its ${of} capacity`, needed)
    : undecided(`the scaling targets (${unread})`);
}
