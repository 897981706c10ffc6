import assert from "node:assert/strict";
import type { Answer } from "../../controls";
import { mustNotBePublic } from "../../controls/resource-policy";
import { unknown } from "../../inventory/value";

const own = "123456789012";
const other = "210987654321";
const rules = { name: "policy" };
const trusting = { name: "policy", trust: { own, accounts: ["111111111111"] } };

const judge = (statement: object, how: Parameters<typeof mustNotBePublic>[1] = rules): Answer["answer"] =>
  mustNotBePublic(JSON.stringify({ Statement: [{ Effect: "Allow", Action: "*", Resource: "*", ...statement }] }), how)
    .answer;
const everybodyWith = (operator: string, key: string, value: unknown, how = rules): Answer["answer"] =>
  judge({ Principal: "*", Condition: { [operator]: { [key]: value } } }, how);

describe("resource policies", () => {
  const principals: [what: string, principal: unknown, expected: Answer["answer"]][] = [
    ["the bare star", "*", "fails"],
    ["a star of AWS", { AWS: "*" }, "fails"],
    ["a star of AWS in another case", { aws: "*" }, "fails"],
    ["a star among others", { AWS: [`arn:aws:iam::${own}:root`, "*"] }, "fails"],
    ["a star in place of the account", { AWS: "arn:aws:iam::*:root" }, "fails"],
    ["a star of another kind", { Federated: "*" }, "fails"],
    ["an account", { AWS: own }, "holds"],
    ["a role", { AWS: `arn:aws:iam::${own}:role/app` }, "holds"],
    ["a service", { Service: "rds.amazonaws.com" }, "holds"],
  ];
  for (const [what, Principal, expected] of principals) {
    it(`${expected}: ${what}`, () => assert.equal(judge({ Principal }), expected));
  }

  const conditions: [operator: string, key: string, value: unknown, expected: Answer["answer"]][] = [
    ["StringEquals", "kms:CallerAccount", own, "holds"],
    ["stringequals", "KMS:CALLERACCOUNT", own, "holds"],
    ["StringEquals", "aws:PrincipalOrgID", "o-abcdefghij", "holds"],
    ["StringEquals", "aws:PrincipalOrgID", ["o-abcdefghij", "*"], "fails"],
    ["StringLike", "aws:PrincipalOrgID", "o-*", "fails"],
    ["StringEquals", "aws:PrincipalOrgID", `\${aws:PrincipalOrgID}`, "fails"],
    ["StringEquals", "aws:PrincipalOrgID", [], "fails"],
    ["ForAnyValue:StringLike", "aws:PrincipalOrgPaths", "o-abcdefghij/r-ab12/*", "holds"],
    ["ForAnyValue:StringLike", "aws:PrincipalOrgPaths", "*", "fails"],
    ["ForAllValues:StringLike", "aws:PrincipalOrgPaths", "o-abcdefghij/*", "fails"],
    ["StringEqualsIfExists", "aws:PrincipalOrgID", "o-abcdefghij", "fails"],
    ["StringNotEquals", "aws:PrincipalOrgID", "o-abcdefghij", "fails"],
    ["ArnLike", "aws:PrincipalArn", `arn:aws:iam::${own}:role/*`, "holds"],
    ["ArnLike", "aws:PrincipalArn", "arn:aws:iam::*:role/admin", "fails"],
    ["ArnEquals", "aws:SourceArn", "arn:aws:s3:::bucket", "holds"],
    ["ArnLike", "aws:SourceArn", "arn:aws:s3:::*", "fails"],
    ["StringEquals", "aws:SourceVpce", "vpce-1", "holds"],
    ["IpAddress", "aws:SourceIp", "203.0.113.0/24", "holds"],
    ["IpAddress", "aws:SourceIp", ["203.0.113.0/24", "0.0.0.0/1"], "fails"],
    ["IpAddress", "aws:SourceIp", Array.from({ length: 256 }, (_, first) => `${first}.0.0.0/8`), "fails"],
    ["IpAddress", "aws:SourceIp", ["52.0.0.0/8", "52.1.0.0/16"], "holds"],
    ["IpAddress", "aws:SourceIp", "203.0.113.7", "holds"],
    ["StringEquals", "kms:ViaService", "rds.eu-west-1.amazonaws.com", "fails"],
    ["Bool", "aws:SecureTransport", "true", "fails"],
    ["StringEquals", "aws:PrincipalTag/team", "shop", "fails"],
  ];
  for (const [operator, key, value, expected] of conditions) {
    it(`${expected}: everybody under ${operator} ${key} ${JSON.stringify(value)}`, () =>
      assert.equal(everybodyWith(operator, key, value), expected));
  }

  const cases: [what: string, found: () => Answer["answer"], expected: Answer["answer"]][] = [
    ["a denial", () => judge({ Effect: "Deny", Principal: "*" }), "holds"],
    ["an allowance in another case", () => judge({ Effect: "allow", Principal: "*" }), "fails"],
    ["everybody but one", () => judge({ NotPrincipal: { AWS: `arn:aws:iam::${own}:user/eve` } }), "fails"],
    ["no principal at all, which AWS refuses", () => judge({}), "holds"],
    ["a trusted account", () => judge({ Principal: { AWS: "111111111111" } }, trusting), "holds"],
    ["its own account", () => judge({ Principal: { AWS: `arn:aws:iam::${own}:role/app` } }, trusting), "holds"],
    ["another account", () => judge({ Principal: { AWS: `arn:aws:iam::${other}:root` } }, trusting), "fails"],
    ["another account that is trusted nowhere", () => judge({ Principal: { AWS: other } }, rules), "holds"],
    [
      "an account while its own is not known",
      () => judge({ Principal: { AWS: other } }, { name: "policy", trust: { own: undefined, accounts: [] } }),
      "undecided",
    ],
    [
      "everybody of another account",
      () => everybodyWith("StringEquals", "aws:PrincipalAccount", other, trusting),
      "fails",
    ],
    [
      "everybody of its own account",
      () => everybodyWith("StringEquals", "aws:PrincipalAccount", own, trusting),
      "holds",
    ],
    [
      "another account under a condition that limits",
      () =>
        judge(
          { Principal: { AWS: other }, Condition: { StringEquals: { "aws:PrincipalOrgID": "o-abcdefghij" } } },
          trusting,
        ),
      "holds",
    ],
    ...(
      [
        ["IpAddress", "aws:SourceIp", "203.0.113.0/24", "fails"],
        ["StringEquals", "aws:SourceVpce", "vpce-1", "fails"],
        ["StringEquals", "aws:SourceVpc", "vpc-1", "fails"],
        ["ArnLike", "aws:SourceArn", `arn:aws:sns:eu-west-1:${other}:topic`, "fails"],
        ["ArnLike", "aws:SourceArn", `arn:aws:sns:eu-west-1:${own}:topic`, "holds"],
        ["StringEquals", "aws:PrincipalAccount", own, "holds"],
      ] as const
    ).map(([operator, key, value, expected]): [string, () => Answer["answer"], Answer["answer"]] => [
      `another account under ${operator} ${key} ${value}`,
      () => judge({ Principal: { AWS: other }, Condition: { [operator]: { [key]: value } } }, trusting),
      expected,
    ]),
    [
      "everybody from a place, where other accounts are judged as well",
      () => everybodyWith("StringEquals", "aws:SourceVpce", "vpce-1", trusting),
      "holds",
    ],
    [
      "everybody and another account from a place",
      () =>
        judge(
          { Principal: { AWS: ["*", other] }, Condition: { StringEquals: { "aws:SourceVpce": "vpce-1" } } },
          trusting,
        ),
      "fails",
    ],
    [
      "everybody for a resource of another account",
      () => everybodyWith("ArnLike", "aws:SourceArn", `arn:aws:sns:eu-west-1:${other}:topic`, trusting),
      "fails",
    ],
    [
      "everybody for a bucket, whose ARN names no account",
      () => everybodyWith("ArnLike", "aws:SourceArn", "arn:aws:s3:::bucket", trusting),
      "holds",
    ],
    ...(
      [
        [`arn:aws:iam::${other}:saml-provider/login`, "fails"],
        [`arn:aws:iam::${other}:oidc-provider/token.example.com`, "fails"],
        [`arn:aws:iam::${own}:saml-provider/login`, "holds"],
        ["cognito-identity.amazonaws.com", "holds"],
      ] as const
    ).map(([Federated, expected]): [string, () => Answer["answer"], Answer["answer"]] => [
      `those whom ${Federated} logs in`,
      () => judge({ Principal: { Federated } }, trusting),
      expected,
    ]),
    ["a text that is no JSON", () => mustNotBePublic("{", rules).answer, "fails"],
    ["a list", () => mustNotBePublic("[]", rules).answer, "fails"],
    ["no policy", () => mustNotBePublic(undefined, rules).answer, "holds"],
    [
      "a policy that is not known",
      () => mustNotBePublic(unknown("policy, known at deploy"), rules).answer,
      "undecided",
    ],
    [
      "an object with a principal that is not known",
      () =>
        mustNotBePublic({ Statement: { Effect: "Allow", Principal: { AWS: unknown("known at deploy") } } }, rules)
          .answer,
      "undecided",
    ],
    [
      "an object with a condition that is not known",
      () =>
        mustNotBePublic(
          {
            Statement: {
              Effect: "Allow",
              Principal: "*",
              Condition: { StringEquals: { "kms:CallerAccount": unknown("known at deploy") } },
            },
          },
          rules,
        ).answer,
      "undecided",
    ],
    [
      "statements that are not known",
      () => mustNotBePublic({ Statement: [unknown("known at deploy")] }, rules).answer,
      "undecided",
    ],
    [
      "a single statement in place of a list",
      () => mustNotBePublic({ Statement: { Effect: "Allow", Principal: "*" } }, rules).answer,
      "fails",
    ],
    [
      "element names in another case",
      () => mustNotBePublic({ statement: [{ effect: "Allow", principal: "*" }] }, rules).answer,
      "fails",
    ],
  ];
  for (const [what, found, expected] of cases) {
    it(`${expected}: ${what}`, () => assert.equal(found(), expected));
  }
});
