import assert from "node:assert/strict";
import { read } from "./read-region";
import type { Input } from "./stub-clients";

const account = "arn:aws:iam::111122223333";
const document = JSON.stringify({ Statement: [{ Effect: "Allow", Action: "rds-db:connect", Resource: "a b%/*" }] });
const encoded = encodeURIComponent(document);

const policiesOf = async (answer: object) => {
  const { description } = await read({ GetAccountAuthorizationDetails: answer });
  return description.iamPolicies.items;
};

describe("reading IAM", () => {
  it("takes the default version of a customer managed policy", async () => {
    const Arn = `${account}:policy/connect`;
    const PolicyVersionList = [
      { VersionId: "v1", IsDefaultVersion: false, Document: "%7B%7D" },
      { VersionId: "v2", IsDefaultVersion: true, Document: encoded },
    ];
    assert.deepEqual(await policiesOf({ Policies: [{ Arn, PolicyName: "connect", PolicyVersionList }] }), [
      { id: Arn, name: "connect", document },
    ]);
  });

  const inline = [{ PolicyName: "own", PolicyDocument: encoded }];
  for (const [kind, answer] of [
    ["role", { RoleDetailList: [{ Arn: `${account}:role/app`, RoleName: "app", RolePolicyList: inline }] }],
    ["user", { UserDetailList: [{ Arn: `${account}:user/app`, UserName: "app", UserPolicyList: inline }] }],
    ["group", { GroupDetailList: [{ Arn: `${account}:group/app`, GroupName: "app", GroupPolicyList: inline }] }],
  ] as const) {
    it(`takes the inline policies of a ${kind}`, async () => {
      assert.deepEqual(await policiesOf(answer), [{ id: `${account}:${kind}/app/own`, name: "app/own", document }]);
    });
  }

  it("takes the attachments of broad policies of AWS, and of no others", async () => {
    const AttachedManagedPolicies = ["AmazonRDSFullAccess", "AWSSupportAccess"].map((PolicyName) => ({
      PolicyName,
      PolicyArn: `arn:aws:iam::aws:policy/${PolicyName}`,
    }));
    const attached = [...AttachedManagedPolicies, { PolicyName: "connect", PolicyArn: `${account}:policy/connect` }];
    const found = await policiesOf({
      RoleDetailList: [{ Arn: `${account}:role/app`, RoleName: "app", AttachedManagedPolicies: attached }],
      UserDetailList: [{ Arn: `${account}:user/ann`, UserName: "ann", AttachedManagedPolicies: attached }],
      GroupDetailList: [{ Arn: `${account}:group/all`, GroupName: "all", AttachedManagedPolicies: attached }],
    });
    assert.deepEqual(
      found.map(({ id, name }) => [id, name]),
      [
        [`${account}:role/app#AmazonRDSFullAccess`, "app (AmazonRDSFullAccess)"],
        [`${account}:user/ann#AmazonRDSFullAccess`, "ann (AmazonRDSFullAccess)"],
        [`${account}:group/all#AmazonRDSFullAccess`, "all (AmazonRDSFullAccess)"],
      ],
    );
    assert.ok(found.every(({ document }) => JSON.stringify(document).includes('"rds:*"')));
  });

  it("keeps a text that is not encoded as it is", async () => {
    const PolicyVersionList = [{ IsDefaultVersion: true, Document: '{"a":"100%"}' }];
    const [policy] = await policiesOf({ Policies: [{ Arn: "arn:p", PolicyName: "p", PolicyVersionList }] });
    assert.equal(policy?.document, '{"a":"100%"}');
  });

  it("takes every page", async () => {
    const page = ({ Marker }: Input) => ({
      RoleDetailList: [{ Arn: `${account}:role/${Marker}`, RoleName: `${Marker}`, RolePolicyList: inline }],
      ...(Marker === undefined ? { IsTruncated: true, Marker: "second" } : { IsTruncated: false }),
    });
    assert.deepEqual(
      (await policiesOf(page)).map(({ name }) => name),
      ["undefined/own", "second/own"],
    );
  });
});
