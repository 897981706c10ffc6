import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { accountId } from "../shared/rules";
import type { Scope } from "../shared/scope";
import { memberRoleTemplate } from "./audit-code";
import { importStatements } from "./audit-policies";
import type { OrganizationAuditSettings } from "./organization-audit-settings";

/**
 * Deploys the role of the audit to every account of the units, and to those that join them.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/stacksets-orgs-manage-auto-deployment.html
 * @param auditorRoleName the role that may assume it, in the account of the stack
 */
export function memberRoles(
  name: string,
  settings: OrganizationAuditSettings,
  auditorRoleName: pulumi.Output<string>,
  scope: pulumi.Output<Scope>,
  tags: pulumi.Input<Record<string, pulumi.Input<string>>> | undefined,
  parent: pulumi.Resource,
): aws.cloudformation.StackSet {
  const callAs = settings.delegatedAdministrator ? "DELEGATED_ADMIN" : "SELF";
  const set = new aws.cloudformation.StackSet(
    `${name}-member-role`,
    {
      description: `The role with which ${name} audits the databases of an account`,
      permissionModel: "SERVICE_MANAGED",
      callAs,
      autoDeployment: { enabled: true, retainStacksOnAccountRemoval: false },
      capabilities: ["CAPABILITY_NAMED_IAM"],
      managedExecution: { active: true },
      parameters: {
        RoleName: settings.memberRoleName,
        AuditorAccount: scope.accountId,
        AuditorPrincipal: pulumi.interpolate`role/${auditorRoleName}`,
        ExternalId: settings.externalId,
      },
      templateBody: templateBody(settings.securityHub),
      tags,
    },
    {
      parent,
      // CloudFormation has a role of its own for organizations, which the provider reads back.
      ignoreChanges: ["administrationRoleArn", "executionRoleName"],
    },
  );
  const accounts = settings.except.filter((id) => accountId.accepts(id));
  for (const unit of settings.units) {
    new aws.cloudformation.StackSetInstance(
      `${name}-member-role-${unit}`,
      {
        stackSetName: set.name,
        callAs,
        deploymentTargets: {
          organizationalUnitIds: [unit],
          // A unit within a unit cannot be left out.
          ...(accounts.length === 0 ? {} : { accountFilterType: "DIFFERENCE", accounts }),
        },
        // A role is the same in every region.
        stackSetInstanceRegion: scope.region,
        // An account that cannot have the role keeps it from no other; each audit names what it cannot enter.
        operationPreferences: { failureTolerancePercentage: 100, maxConcurrentPercentage: 100 },
      },
      // Other accounts are another instance of the same id, whose predecessor would take the roles away again.
      { parent, deleteBeforeReplace: true },
    );
  }
  return set;
}

/** The audit's own template; the import into Security Hub writes, so that the role may only where it is asked for. */
export function templateBody(securityHub: boolean): string {
  const template = memberRoleTemplate();
  if (!securityHub) {
    return JSON.stringify(template);
  }
  const { AuditRole } = template.Resources;
  const { Policies, ...properties } = AuditRole.Properties;
  return JSON.stringify({
    ...template,
    Resources: {
      ...template.Resources,
      AuditRole: {
        ...AuditRole,
        Properties: {
          ...properties,
          Description: "Assumed by audits of databases; it reads, and imports findings into Security Hub.",
          Policies: [...Policies, importPolicy],
        },
      },
    },
  });
}

/** The account and the partition are those of whoever has the role: CloudFormation fills them in. */
const importPolicy = {
  PolicyName: "import-findings",
  PolicyDocument: {
    Version: "2012-10-17",
    // biome-ignore lint/suspicious/noTemplateCurlyInString: CloudFormation fills it in.
    Statement: importStatements({ partition: "${AWS::Partition}", accountId: "${AWS::AccountId}" }).map(
      (statement) => ({
        ...statement,
        Resource: statement.Resource === "*" ? "*" : { "Fn::Sub": statement.Resource },
      }),
    ),
  },
};
