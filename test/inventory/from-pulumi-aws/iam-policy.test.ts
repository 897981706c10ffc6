import assert from "node:assert/strict";
import { isUnknown } from "../../../inventory/value";
import { attachments } from "../../support/policies";
import { pending, program, urn } from "../../support/program";

const document = '{"Statement":[]}';

describe("IAM policies of a program", () => {
  it("are found inside a role, inline and attached", () => {
    const role = {
      type: "aws:iam/role:Role",
      name: "app",
      props: {
        inlinePolicies: [{ name: "read", policy: document }, { policy: pending() }, { name: "empty" }],
        managedPolicyArns: [
          "arn:aws:iam::aws:policy/AmazonRDSFullAccess",
          "arn:aws:iam::111122223333:policy/own",
          pending(),
        ],
      },
    } as const;
    const { iamPolicies } = program([role]);
    assert.deepEqual(
      iamPolicies.map(({ id, name }) => [id, name]),
      [
        [`${urn(role)}#inline-0`, "app (inline policy read)"],
        [`${urn(role)}#inline-1`, "app (inline policy 2)"],
        [`${urn(role)}#managed-0`, "app (AmazonRDSFullAccess)"],
      ],
    );
    assert.equal(iamPolicies[0]?.document, document);
    assert.ok(isUnknown(iamPolicies[1]?.document));
  });

  it("that are known at deploy are one that waits", () => {
    const { iamPolicies } = program([{ type: "aws:iam/role:Role", name: "app", props: { inlinePolicies: pending() } }]);
    assert.equal(iamPolicies.length, 1);
    assert.ok(isUnknown(iamPolicies[0]?.document));
  });

  it("tell where what is not known inside them comes from", () => {
    const table = { type: "aws:dynamodb/table:Table", name: "orders" } as const;
    const [policy] = program([
      table,
      {
        type: "aws:iam/policy:Policy",
        name: "app",
        props: { policy: { Statement: [{ Action: "dynamodb:GetItem", Resource: [pending("orders")] }] } },
      },
    ]).iamPolicies;
    const later = { unknown: true, waitsFor: "policy, known at deploy", sources: [urn(table)] };
    assert.deepEqual(policy?.document, { Statement: [{ Action: "dynamodb:GetItem", Resource: [later] }] });
  });

  const arns = {
    "arn:aws:iam::aws:policy/AdministratorAccess": 1,
    "arn:aws-cn:iam::aws:policy/job-function/DatabaseAdministrator": 1,
    "arn:aws:iam::aws:policy/CloudWatchReadOnlyAccess": 0,
    "arn:aws:iam::111122223333:policy/AdministratorAccess": 0,
    "arn:aws:iam::aws:policy/constructor": 0,
    AdministratorAccess: 0,
  };
  for (const [arn, expected] of Object.entries(arns)) {
    it(`count ${arn} ${expected === 1 ? "once" : "not"} however it is attached`, () => {
      for (const [way, row] of attachments(arn)) {
        assert.equal(program([row]).iamPolicies.length, expected, way);
      }
    });
  }
});
