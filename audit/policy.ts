import { organizationPermissions, type Permission, permissions, securityHubPermissions } from "./permissions";
import { externalIdPattern } from "./shapes";

const [importFindings, readFindings] = securityHubPermissions;

interface Statement {
  readonly Sid: string;
  readonly Effect: "Allow";
  readonly Action: string | readonly string[];
  readonly Resource: string;
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

export interface PolicyOptions {
  /** Allows the import of findings into Security Hub as well. */
  readonly securityHub?: boolean;
}

/** An IAM policy document. */
export interface PolicyDocument {
  readonly Version: "2012-10-17";
  readonly Statement: readonly Statement[];
}

/** What an audit of one account needs, and nothing else. Lists have no resource to be limited to. */
export function auditPolicy({ securityHub = false }: PolicyOptions = {}): PolicyDocument {
  return {
    Version: "2012-10-17",
    Statement: [statement("AuditDatabases", permissions), ...(securityHub ? securityHubStatements : [])],
  };
}

/**
 * A variable may stand after the fifth colon of an ARN alone, and there it names the account well enough.
 * https://docs.aws.amazon.com/service-authorization/latest/reference/list_awssecurityhub.html
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html
 */
const securityHubStatements: readonly Statement[] = [
  {
    Sid: "ImportFindings",
    Effect: "Allow",
    Action: importFindings,
    // biome-ignore lint/suspicious/noTemplateCurlyInString: IAM fills it in.
    Resource: "arn:*:securityhub:*:*:product/${aws:PrincipalAccount}/default",
  },
  { Sid: "ReadImported", Effect: "Allow", Action: readFindings, Resource: "*" },
];

/** What the credentials that an audit of an organization starts with need beyond that, but for roles to assume. */
export function organizationPolicy(): PolicyDocument {
  return { Version: "2012-10-17", Statement: [statement("ListAccounts", organizationPermissions)] };
}

/**
 * What the credentials that start an audit of several accounts need: an audit of their own account, the accounts of the
 * organization, and the role in each of the others; a role in an account of another organization is not among them.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
 * @param roleName of the role that is assumed, with its path if it has one
 */
export function callerPolicy(roleName: string, options: PolicyOptions = {}): PolicyDocument {
  return {
    Version: "2012-10-17",
    Statement: [
      ...auditPolicy(options).Statement,
      ...organizationPolicy().Statement,
      {
        Sid: "AssumeAuditRoles",
        Effect: "Allow",
        Action: "sts:AssumeRole",
        Resource: `arn:*:iam::*:role/${roleName}`,
        // biome-ignore lint/suspicious/noTemplateCurlyInString: IAM fills it in.
        Condition: { StringEquals: { "aws:ResourceOrgID": "${aws:PrincipalOrgID}" } },
      },
    ],
  };
}

function statement(Sid: string, allowed: readonly Permission[]): Statement {
  // Everybody may ask who they are.
  const Action = allowed.map(({ action }) => action).filter((action) => action !== "sts:GetCallerIdentity");
  return { Sid, Effect: "Allow", Action: [...Action].sort(), Resource: "*" };
}

/**
 * A CloudFormation template for a StackSet: the role that an audit assumes in each account of an organization.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/stacksets-concepts.html
 * @param roleName the default of its parameter RoleName
 */
export function memberRoleTemplate(roleName: string, options: PolicyOptions = {}): object {
  return {
    AWSTemplateFormatVersion: "2010-09-09",
    Description: "The role with which aws-secure-database audits the databases of this account.",
    Parameters: {
      RoleName: { Type: "String", Default: roleName, Description: "Name of the role, for --role-name." },
      AuditorAccount: {
        Type: "String",
        AllowedPattern: "^\\d{12}$",
        Description: "Id of the account from which the audit is run.",
      },
      AuditorPrincipal: {
        Type: "String",
        Default: "root",
        AllowedPattern: "^(root|(role|user)/[\\w+=,.@/-]+)$",
        Description:
          "Who in that account may assume the role, such as role/auditor; root is all that its policies let.",
      },
      ExternalId: {
        Type: "String",
        Default: "",
        AllowedPattern: `^(${externalIdPattern})?$`,
        Description: "External id that is asked for, for --external-id; empty: none.",
      },
    },
    Conditions: { HasExternalId: { "Fn::Not": [{ "Fn::Equals": [{ Ref: "ExternalId" }, ""] }] } },
    Resources: {
      AuditRole: {
        Type: "AWS::IAM::Role",
        Properties: {
          RoleName: { Ref: "RoleName" },
          Description: options.securityHub
            ? "Assumed by audits of databases; it reads, and imports findings into Security Hub."
            : "Assumed by audits of databases; it only reads.",
          MaxSessionDuration: 3600,
          AssumeRolePolicyDocument: {
            Version: "2012-10-17",
            Statement: [
              {
                Effect: "Allow",
                Principal: {
                  // biome-ignore lint/suspicious/noTemplateCurlyInString: CloudFormation fills it in.
                  AWS: { "Fn::Sub": "arn:${AWS::Partition}:iam::${AuditorAccount}:${AuditorPrincipal}" },
                },
                Action: "sts:AssumeRole",
                Condition: {
                  "Fn::If": [
                    "HasExternalId",
                    { StringEquals: { "sts:ExternalId": { Ref: "ExternalId" } } },
                    { Ref: "AWS::NoValue" },
                  ],
                },
              },
            ],
          },
          Policies: [{ PolicyName: "audit-databases", PolicyDocument: auditPolicy(options) }],
        },
      },
    },
    Outputs: { RoleArn: { Value: { "Fn::GetAtt": ["AuditRole", "Arn"] } } },
  };
}
