import assert from "node:assert/strict";
import { pending, program } from "../../support/program";

describe("the policies of aws-native", () => {
  for (const type of ["Role", "User", "Group"] as const) {
    it(`of a ${type} are its inline ones, each by itself`, () => {
      const { iamPolicies } = program([
        {
          type: `aws-native:iam:${type}`,
          name: "orders",
          props: { policies: [{ policyName: "read", policyDocument: { Statement: [] } }, { policyDocument: "text" }] },
        },
      ]);
      assert.deepEqual(
        iamPolicies.map(({ name, document }) => [name, document]),
        [
          ["orders (inline policy read)", { Statement: [] }],
          ["orders (inline policy 2)", "text"],
        ],
      );
      assert.equal(new Set(iamPolicies.map(({ id }) => id)).size, 2);
    });
  }

  it("of AWS count where they are attached", () => {
    const managedPolicyArns = ["arn:aws:iam::aws:policy/AmazonRDSFullAccess"];
    const { iamPolicies } = program([{ type: "aws-native:iam:Role", name: "orders", props: { managedPolicyArns } }]);
    assert.deepEqual(
      iamPolicies.map(({ name }) => name),
      ["orders (AmazonRDSFullAccess)"],
    );
  });

  it("keep what is unknown inside a document apart", () => {
    const { iamPolicies } = program([
      {
        type: "aws-native:iam:RolePolicy",
        name: "orders",
        props: { policyDocument: { Statement: [{ Effect: "Allow", Action: "rds-db:connect", Resource: pending() }] } },
      },
    ]);
    assert.match(JSON.stringify(iamPolicies[0]?.document), /"Action":"rds-db:connect".*"unknown":true/);
  });

  it("of a log group stand beside it, whose ARN others write without the star", () => {
    const { logGroups, logResourcePolicies } = program([
      {
        type: "aws-native:logs:LogGroup",
        name: "flow",
        props: { arn: "arn:aws:logs:eu-west-1:123456789012:log-group:flow:*", resourcePolicyDocument: "text" },
      },
    ]);
    assert.deepEqual(logGroups[0]?.identifiers, [
      "arn:aws:logs:eu-west-1:123456789012:log-group:flow",
      "arn:aws:logs:eu-west-1:123456789012:log-group:flow:*",
    ]);
    assert.deepEqual(
      logResourcePolicies.map(({ document }) => document),
      ["text"],
    );
  });
});
