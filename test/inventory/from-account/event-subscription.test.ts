import assert from "node:assert/strict";
import type { EventSubscription as AwsEventSubscription } from "@aws-sdk/client-rds";
import { eventSubscription } from "../../../inventory/from-account/event-subscription";

const region = "eu-west-1";
const arn = "arn:aws:rds:eu-west-1:111122223333:es:alarms";
const alarms: AwsEventSubscription = {
  CustSubscriptionId: "alarms",
  EventSubscriptionArn: arn,
  Enabled: true,
  Status: "active",
  SourceType: "db-instance",
  SourceIdsList: ["orders"],
  EventCategoriesList: ["failure"],
};

describe("from-account: event subscription", () => {
  it("maps every property", () => {
    assert.deepEqual(eventSubscription(alarms, region), {
      id: arn,
      name: "alarms",
      identifiers: [arn, "alarms"],
      region,
      enabled: true,
      sourceType: "db-instance",
      sourceIds: ["orders"],
      categories: ["failure"],
    });
  });

  it("is of every source where AWS returns none, and off", () => {
    const { enabled, sourceType, sourceIds, categories } = eventSubscription({ SourceType: "" }, region);
    assert.deepEqual([enabled, sourceType, sourceIds, categories], [false, undefined, [], []]);
  });

  for (const [Status, enabled] of [
    ["modifying", true],
    [undefined, true],
    ["no-permission", false],
    ["topic-not-exist", false],
    ["deleting", false],
  ] as const) {
    it(`${Status}: ${enabled ? "on" : "off, as nobody receives what it sends"}`, () => {
      assert.equal(eventSubscription({ ...alarms, Status }, region).enabled, enabled);
    });
  }
});
