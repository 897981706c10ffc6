import assert from "node:assert/strict";
import { OrganizationsClient } from "@aws-sdk/client-organizations";
import { organizationPermissions, permissions, securityHubPermissions } from "../../audit/permissions";
import { auditPolicy, callerPolicy, memberRoleTemplate, organizationPolicy } from "../../audit/policy";
import { Calls } from "../../audit/read/calls";
import { readMembers } from "../../audit/read/organization";
import { readRegion } from "../../audit/read/region";
import { readRegions } from "../../audit/read/regions";
import { stubClients, stub as stubOf } from "./read/stub-clients";
import { region, secureAccount } from "./secure-account";

const actions = permissions.map(({ action }) => action);
const organizationActions = organizationPermissions.map(({ action }) => action);

describe("permissions", () => {
  for (const action of [...actions, ...organizationActions]) {
    it(`${action} only reads`, () => {
      assert.match(action, /^[a-z0-9-]+:(Describe|List|Get)[A-Za-z]+$/);
    });
  }

  it("name each call once, with what it is for", () => {
    assert.equal(new Set(actions).size, actions.length);
    assert.ok(permissions.every(({ why }) => why.length > 5));
  });

  it("are the calls that an account with one of everything takes, and the names that they are told under", async () => {
    const stub = stubClients(secureAccount);
    const told = new Set<string>();
    const calls = new Calls({ concurrency: 10, onCall: (call) => told.add(call) });
    const { unread } = await readRegion(region, stub.clients, calls);
    await readRegions(stub.clients.ec2, calls);
    assert.deepEqual(unread, []);
    assert.deepEqual([...stub.actions].sort(), [...actions].sort());
    assert.deepEqual([...told].sort(), [...actions].sort());
  });

  it("are the calls that the accounts of an organization take", async () => {
    const sent: string[] = [];
    const client = stubOf(OrganizationsClient.prototype, {});
    const told = new Set<string>();
    const calls = new Calls({ concurrency: 10, onCall: (call) => told.add(call) });
    const send = client.send.bind(client);
    client.send = ((command: object) => {
      sent.push(`organizations:${command.constructor.name.replace(/Command$/, "")}`);
      return send(command as never);
    }) as never;
    await readMembers(client, calls, {});
    await readMembers(client, calls, { units: ["ou-ab12-11111111"] });
    assert.deepEqual([...new Set(sent)].sort(), [...organizationActions].sort());
    assert.deepEqual([...told].sort(), [...organizationActions].sort());
  });

  it("are the policy, but for what everybody may", () => {
    const [statement] = auditPolicy().Statement;
    assert.deepEqual(statement?.Action, actions.filter((action) => action !== "sts:GetCallerIdentity").sort());
    assert.deepEqual(organizationPolicy().Statement[0]?.Action, [...organizationActions].sort());
  });

  it("are for who starts an audit of several accounts those of the organization and the roles, too", () => {
    const policy = callerPolicy("ops/Auditor", { securityHub: true });
    assert.deepEqual(policy.Statement.slice(0, -1), [
      ...auditPolicy({ securityHub: true }).Statement,
      ...organizationPolicy().Statement,
    ]);
    assert.deepEqual(policy.Statement.at(-1), {
      Sid: "AssumeAuditRoles",
      Effect: "Allow",
      Action: "sts:AssumeRole",
      Resource: "arn:*:iam::*:role/ops/Auditor",
      // biome-ignore lint/suspicious/noTemplateCurlyInString: IAM fills it in.
      Condition: { StringEquals: { "aws:ResourceOrgID": "${aws:PrincipalOrgID}" } },
    });
  });

  it("are with Security Hub what its import asks for as well, on the findings of the account alone", () => {
    const [, importing, reading] = auditPolicy({ securityHub: true }).Statement;
    assert.deepEqual([importing?.Action, reading?.Action], [...securityHubPermissions]);
    // biome-ignore lint/suspicious/noTemplateCurlyInString: IAM fills it in.
    assert.equal(importing?.Resource, "arn:*:securityhub:*:*:product/${aws:PrincipalAccount}/default");
    assert.equal(auditPolicy().Statement.length, 1);
    const text = JSON.stringify(memberRoleTemplate("Auditor", { securityHub: true }));
    assert.ok(text.includes(JSON.stringify(auditPolicy({ securityHub: true }))));
  });

  it("have a variable of IAM nowhere but in the last part of an ARN, where IAM takes one", () => {
    const resources = callerPolicy("Auditor", { securityHub: true }).Statement.map(({ Resource }) => Resource);
    assert.ok(resources.some((resource) => resource.includes("${")));
    for (const resource of resources) {
      assert.doesNotMatch(resource, /^([^:$]*:){0,4}[^:]*\$\{/);
    }
  });

  it("are the policy of the role in each account, which one account of any partition may assume", () => {
    const text = JSON.stringify(memberRoleTemplate("Auditor"));
    assert.ok(text.includes(JSON.stringify(auditPolicy())));
    // biome-ignore lint/suspicious/noTemplateCurlyInString: CloudFormation fills it in.
    assert.ok(text.includes("arn:${AWS::Partition}:iam::${AuditorAccount}:${AuditorPrincipal}"));
    assert.ok(!/arn:aws[:-]/.test(text));
  });
});
