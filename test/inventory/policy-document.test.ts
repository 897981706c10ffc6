import assert from "node:assert/strict";
import { type PolicyDocument, parsePolicy } from "../../inventory/policy-document";
import { isUnknown, unknown } from "../../inventory/value";

const known = (document: string | object): PolicyDocument => {
  const policy = parsePolicy(document);
  assert.ok(typeof policy === "object" && !isUnknown(policy));
  return policy;
};

describe("parsePolicy", () => {
  it("reads lists and single values, texts and objects alike", () => {
    const document = {
      Version: "2012-10-17",
      Statement: {
        Effect: "Deny",
        Principal: { AWS: ["1", "2"], Service: "rds.amazonaws.com" },
        NotAction: "kms:*",
        Resource: ["*"],
        Condition: { StringEquals: { "aws:PrincipalOrgID": "o-1" }, Bool: { "aws:SecureTransport": true } },
      },
    };
    const expected = [
      {
        effect: "Deny",
        principals: [
          { type: "AWS", name: "1" },
          { type: "AWS", name: "2" },
          { type: "Service", name: "rds.amazonaws.com" },
        ],
        notPrincipals: undefined,
        actions: undefined,
        notActions: ["kms:*"],
        resources: ["*"],
        notResources: undefined,
        conditions: [
          { operator: "StringEquals", key: "aws:PrincipalOrgID", values: ["o-1"] },
          { operator: "Bool", key: "aws:SecureTransport", values: ["true"] },
        ],
      },
    ];
    assert.deepEqual(known(document).statements, expected);
    assert.deepEqual(known(JSON.stringify(document)).statements, expected);
  });

  it("keeps what is not known in its place", () => {
    const waits = unknown("known at deploy");
    const [first, second] = known({
      Statement: [waits, { Effect: waits, Principal: waits, Action: ["a", waits], Condition: { Bool: waits } }],
    }).statements;
    assert.equal(first, waits);
    assert.deepEqual(second, {
      effect: waits,
      principals: [{ type: waits, name: waits }],
      notPrincipals: undefined,
      actions: ["a", waits],
      notActions: undefined,
      resources: undefined,
      notResources: undefined,
      conditions: [waits],
    });
  });

  it("reads element names without case, and each of two that differ in it", () => {
    const [statement] = known('{"statement": [{"principal": {"AWS": "1"}, "Principal": "*"}]}').statements;
    assert.ok(statement !== undefined && !isUnknown(statement));
    assert.deepEqual(
      statement.principals?.map(({ name }) => name),
      ["1", "*"],
    );
  });

  const others: [document: string | object | undefined, expected: unknown][] = [
    [undefined, "absent"],
    ["", "malformed"],
    ["{", "malformed"],
    ["[]", "malformed"],
    ["null", "malformed"],
    [[], "malformed"],
    ["{}", { statements: [] }],
    ['{"Statement": ["*", 1, null]}', { statements: [] }],
    ["[".repeat(100_000), "malformed"],
  ];
  for (const [document, expected] of others) {
    it(`answers ${JSON.stringify(expected)} for ${JSON.stringify(document)?.slice(0, 40)}`, () =>
      assert.deepEqual(parsePolicy(document), expected));
  }
});
