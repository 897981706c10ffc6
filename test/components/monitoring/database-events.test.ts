import assert from "node:assert/strict";
import { DatabaseEvents, type DatabaseEventsArgs, SecureInstance } from "../../../components";
import { topicPolicy } from "../../../components/shared/policies";
import { run, scopes } from "../../support/mocks";

const topicType = "aws:sns/topic:Topic";
const subscriptionType = "aws:rds/eventSubscription:EventSubscription";
const topicArn = "arn:aws:sns:eu-west-1:123456789012:shop-events-1234567";
const keyArn = "arn:aws:kms:eu-west-1:123456789012:key/0000-1111";

describe("DatabaseEvents", () => {
  it("subscribes to what is critical of every database of the account", async () => {
    const { resources } = await run(() => new DatabaseEvents("shop"));
    assert.deepEqual(
      resources
        .filter(({ type }) => type === subscriptionType)
        .map(({ inputs }) => [inputs.snsTopic, inputs.sourceType, inputs.eventCategories])
        .sort(),
      [
        [topicArn, "db-cluster", ["failure", "maintenance"]],
        [topicArn, "db-instance", ["configuration change", "failure", "maintenance"]],
        [topicArn, "db-parameter-group", ["configuration change"]],
        [topicArn, "db-security-group", ["configuration change", "failure"]],
      ],
    );
  });

  for (const [partition, scope] of Object.entries(scopes)) {
    it(`lets RDS publish to its topic, under a key of its own, in ${partition}`, async () => {
      const { one } = await run(() => new DatabaseEvents("shop"), scope);
      assert.equal(one(topicType).inputs.kmsMasterKeyId, one("aws:kms/key:Key").state.arn);
      const arn = one(topicType).state.arn;
      assert.deepEqual(one("aws:sns/topicPolicy:TopicPolicy").inputs, { arn, policy: topicPolicy(scope, String(arn)) });
    });
  }

  it("shares a key that it is given", async () => {
    const { one } = await run(() => new DatabaseEvents("shop", { kmsKeyArn: keyArn, tags: { team: "shop" } }));
    assert.deepEqual(one(topicType).inputs, { kmsMasterKeyId: keyArn, tags: { team: "shop" } });
  });

  it("is shared by instances", async () => {
    const { resources, error } = await run(() => {
      const { topicArn: eventTopicArn } = new DatabaseEvents("shop");
      new SecureInstance("orders", { eventTopicArn });
      new SecureInstance("stock", { eventTopicArn });
    });
    assert.equal(error, undefined);
    assert.equal(resources.filter(({ type }) => type === subscriptionType).length, 4);
  });

  it("watches another region from there, under a key there", async () => {
    const { resources, error } = await run(() => new DatabaseEvents("shop", { region: "us-east-1" }));
    assert.equal(error, undefined);
    const regional = resources.filter(({ type }) => !type.startsWith("aws-secure-database:"));
    assert.deepEqual([...new Set(regional.map(({ inputs }) => inputs.region))], ["us-east-1"]);
    const policy = regional.find(({ type }) => type === "aws:sns/topicPolicy:TopicPolicy")?.inputs.policy;
    assert.match(String(policy), /arn:aws:rds:us-east-1:123456789012:\*/);
  });

  const refused: [args: DatabaseEventsArgs, message: string][] = [
    [
      { kmsKeyArn: "alias/aws/sns" },
      'kmsKeyArn is "alias/aws/sns", but must be the ARN of a customer managed key, ' +
        "arn:aws:kms:<region>:<account>:key/<id>.",
    ],
    [{ topic: topicArn } as DatabaseEventsArgs, "topic is no argument; allowed are kmsKeyArn, region, tags."],
  ];
  for (const [args, message] of refused) {
    it(`refuses: ${message}`, async () => {
      const { resources, error } = await run(() => new DatabaseEvents("shop", args));
      assert.equal(error?.message, `DatabaseEvents "shop": ${message}`);
      assert.deepEqual(resources, []);
    });
  }
});
