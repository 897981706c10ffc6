import { type Pending, pending, type Row } from "./program";

interface Statement {
  readonly Effect?: string | Pending;
  readonly Action?: string | Pending | readonly (string | Pending)[];
  readonly NotAction?: string | readonly string[];
  readonly Resource?: string | Pending | readonly (string | Pending)[];
  readonly NotResource?: string | readonly string[];
  readonly Condition?:
    | Pending
    | Readonly<Record<string, Readonly<Record<string, string | readonly string[] | Pending>>>>;
}

/** A policy variable, such as "aws:username". */
export function variable(name: string): string {
  return `\${${name}}`;
}

/** A policy document that allows what its statements say, unless they say otherwise. */
export function documentOf(...statements: readonly Statement[]) {
  return {
    Version: "2012-10-17",
    Statement: statements.map((statement) => ({ Effect: "Allow", ...statement })),
  };
}

/** The managed policy that a case is about. */
export function subjectPolicy(...statements: readonly Statement[]): Row {
  return { type: "aws:iam/policy:Policy", name: "subject", props: { policy: documentOf(...statements) } };
}

/** Every other place for a policy, with the document as a text. */
export function otherPlaces(...statements: readonly Statement[]): readonly (readonly [place: string, row: Row])[] {
  const policy = JSON.stringify(documentOf(...statements));
  return [
    ["a managed policy as a text", { type: "aws:iam/policy:Policy", name: "subject", props: { policy } }],
    ["an inline policy of a role", { type: "aws:iam/rolePolicy:RolePolicy", name: "subject", props: { policy } }],
    ["an inline policy of a user", { type: "aws:iam/userPolicy:UserPolicy", name: "subject", props: { policy } }],
    ["an inline policy of a group", { type: "aws:iam/groupPolicy:GroupPolicy", name: "subject", props: { policy } }],
    [
      "an inline policy inside a role",
      { type: "aws:iam/role:Role", name: "subject", props: { inlinePolicies: [{ name: "own", policy }] } },
    ],
    [
      "a permission set",
      {
        type: "aws:ssoadmin/permissionSetInlinePolicy:PermissionSetInlinePolicy",
        name: "subject",
        props: { inlinePolicy: policy },
      },
    ],
  ];
}

/** Every way to attach one of AWS's own policies. */
export function attachments(policyArn: string): readonly (readonly [way: string, row: Row])[] {
  const list = { policyArns: [policyArn] };
  return [
    ["to a role", { type: "aws:iam/rolePolicyAttachment:RolePolicyAttachment", name: "subject", props: { policyArn } }],
    ["to a user", { type: "aws:iam/userPolicyAttachment:UserPolicyAttachment", name: "subject", props: { policyArn } }],
    [
      "to a group",
      { type: "aws:iam/groupPolicyAttachment:GroupPolicyAttachment", name: "subject", props: { policyArn } },
    ],
    ["to several", { type: "aws:iam/policyAttachment:PolicyAttachment", name: "subject", props: { policyArn } }],
    ["inside a role", { type: "aws:iam/role:Role", name: "subject", props: { managedPolicyArns: [policyArn] } }],
    [
      "to a role, with no other",
      { type: "aws:iam/rolePolicyAttachmentsExclusive:RolePolicyAttachmentsExclusive", name: "subject", props: list },
    ],
    [
      "to a user, with no other",
      { type: "aws:iam/userPolicyAttachmentsExclusive:UserPolicyAttachmentsExclusive", name: "subject", props: list },
    ],
    [
      "to a group, with no other",
      { type: "aws:iam/groupPolicyAttachmentsExclusive:GroupPolicyAttachmentsExclusive", name: "subject", props: list },
    ],
    [
      "to a permission set",
      {
        type: "aws:ssoadmin/managedPolicyAttachment:ManagedPolicyAttachment",
        name: "subject",
        props: { managedPolicyArn: policyArn },
      },
    ],
    [
      "to a permission set, with no other",
      {
        type: "aws:ssoadmin/managedPolicyAttachmentsExclusive:ManagedPolicyAttachmentsExclusive",
        name: "subject",
        props: { managedPolicyArns: [policyArn] },
      },
    ],
  ];
}

/** A managed policy whose whole document is known at deploy. */
export const pendingPolicy: Row = { type: "aws:iam/policy:Policy", name: "subject", props: { policy: pending() } };

/** A text that is no policy. */
export const malformedPolicy: Row = {
  type: "aws:iam/policy:Policy",
  name: "subject",
  props: { policy: "Allow rds-db:connect" },
};
