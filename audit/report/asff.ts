import type { AwsSecurityFinding, ComplianceStatus } from "@aws-sdk/client-securityhub";
import type { Severity } from "../../controls/control";
import { frameworks } from "../../controls/frameworks";
import { positionWords } from "../../formats/wording";
import { type Kind, kindNames } from "../../inventory/model";
import { partitionOf } from "../../inventory/partition";
import type { AcceptedBy, AuditFinding, Report } from "./report";
import { undecidedFindings, undecidedPrefix } from "./undecided";

/** Security Hub's names of what it knows: https://docs.aws.amazon.com/securityhub/latest/userguide/asff-resources.html */
const resourceTypes: { readonly [K in Kind]?: string } = {
  dbInstances: "AwsRdsDbInstance",
  dbClusters: "AwsRdsDbCluster",
  dbSecurityGroups: "AwsRdsDbSecurityGroup",
  dbSnapshots: "AwsRdsDbSnapshot",
  eventSubscriptions: "AwsRdsEventSubscription",
  vpcs: "AwsEc2Vpc",
  subnets: "AwsEc2Subnet",
  routeTables: "AwsEc2RouteTable",
  securityGroups: "AwsEc2SecurityGroup",
  kmsKeys: "AwsKmsKey",
  secrets: "AwsSecretsManagerSecret",
  backupVaults: "AwsBackupBackupVault",
  backupPlans: "AwsBackupBackupPlan",
  recoveryPoints: "AwsBackupRecoveryPoint",
  guarddutyDetectors: "AwsGuardDutyDetector",
  iamPolicies: "AwsIamPolicy",
  dynamodbTables: "AwsDynamoDbTable",
  kinesisStreams: "AwsKinesisStream",
};

const labels: { readonly [S in Severity]: "CRITICAL" | "HIGH" | "MEDIUM" | "LOW" } = {
  critical: "CRITICAL",
  high: "HIGH",
  medium: "MEDIUM",
  low: "LOW",
};

/** Characters; https://docs.aws.amazon.com/securityhub/latest/userguide/asff-required-attributes.html and its siblings. */
const limits = { title: 256, description: 1024, recommendation: 512, requirements: 32, field: 2048 };

/** What all findings of this project have as the beginning of their GeneratorId, by which they are found again. */
export const generatorPrefix = "aws-secure-database/";

/**
 * The findings in the AWS Security Finding Format, as a JSON array for batch-import-findings (100 a call). What is resolved
 * or accepted is archived; what is undecided has an id of its own and the status that Security Hub gives to a check that
 * could not be made. A finding whose account AWS did not tell has no place there and is left out.
 */
export function asffReport(report: Report): string {
  return `${JSON.stringify(asffFindings(report), undefined, 2)}\n`;
}

export function asffFindings(report: Report): readonly AwsSecurityFinding[] {
  const of = (finding: AuditFinding, ending?: Ending) => {
    const account = accountOf(finding);
    return account === undefined ? [] : [asffFinding(finding, account, report.startedAt, ending)];
  };
  return [
    ...report.findings.flatMap((finding) => of(finding)),
    ...report.accepted.flatMap(({ finding, exception }) => of(finding, exception)),
    ...report.resolved.flatMap((finding) => of(finding, "resolved")),
    ...undecidedFindings(report).flatMap((finding) => of(finding, "undecided")),
  ];
}

/** The account of a finding, by its ARN where AWS did not tell who asks. */
export function accountOf({ account, resource }: AuditFinding): string | undefined {
  return account ?? /^arn:[^:]+:[^:]*:[^:]*:(\d{12}):/.exec(resource)?.[1];
}

/** The product under which an account's own findings are imported. */
export function productArn(account: string, region: string): string {
  return `arn:${partitionOf(region)}:securityhub:${region}:${account}:product/${account}/default`;
}

type Ending = "resolved" | "undecided" | AcceptedBy;

function asffFinding(
  finding: AuditFinding,
  account: string,
  updatedAt: string,
  ending: Ending | undefined,
): AwsSecurityFinding {
  const { region, severity, firstSeen = updatedAt } = finding;
  const requirements = relatedRequirements(finding);
  return {
    SchemaVersion: "2018-10-08",
    Id: `${generatorPrefix}${ending === "undecided" ? undecidedPrefix : ""}${finding.fingerprint}`,
    ProductArn: productArn(account, region),
    GeneratorId: `${generatorPrefix}${finding.control}`,
    AwsAccountId: account,
    Types: ["Software and Configuration Checks/AWS Security Best Practices"],
    FirstObservedAt: firstSeen,
    LastObservedAt: updatedAt,
    CreatedAt: firstSeen,
    UpdatedAt: updatedAt,
    // Nobody knows that anything is wrong.
    Severity: { Label: ending === "undecided" ? "INFORMATIONAL" : labels[severity], Original: severity },
    Title: shortened(finding.title, limits.title),
    Description: shortened(`${finding.resourceName}: ${finding.found}; ${finding.needed}`, limits.description),
    Remediation: {
      Recommendation: { Text: shortened(finding.remediation, limits.recommendation), Url: finding.url },
    },
    ProductFields: productFields(finding, ending),
    Resources: [
      {
        Type: resourceType(finding),
        Id: finding.resource,
        Partition: partitionOf(region) as "aws",
        Region: region,
      },
    ],
    Compliance: {
      Status: complianceOf(finding, ending),
      ...(requirements.length === 0 ? {} : { RelatedRequirements: requirements }),
    },
    RecordState: ending === undefined || ending === "undecided" ? "ACTIVE" : "ARCHIVED",
  };
}

/** https://docs.aws.amazon.com/securityhub/1.0/APIReference/API_Compliance.html */
function complianceOf({ advisory }: AuditFinding, ending: Ending | undefined): ComplianceStatus {
  if (ending === "undecided") {
    return "NOT_AVAILABLE";
  }
  return ending === "resolved" ? "PASSED" : advisory === true ? "WARNING" : "FAILED";
}

function resourceType({ kind, resource }: AuditFinding): string {
  return resource.includes(":cluster-snapshot:") ? "AwsRdsDbClusterSnapshot" : (resourceTypes[kind] ?? "Other");
}

function relatedRequirements({ frameworks: ids }: AuditFinding): string[] {
  return frameworks
    .filter(({ version }) => version !== undefined)
    .flatMap(({ key, name, version }) => (ids[key] ?? []).map((id) => `${name} ${version}/${id}`))
    .slice(0, limits.requirements);
}

function productFields(finding: AuditFinding, ending: Ending | undefined): Record<string, string> {
  const fields = {
    Kind: kindNames[finding.kind],
    Control: finding.control,
    ...(finding.stack === undefined ? {} : { Stack: finding.stack.stack, Urn: finding.stack.urn }),
    ...(finding.stack?.position === undefined ? {} : { DeclaredAt: positionWords(finding.stack.position) }),
    ...(typeof ending !== "object"
      ? {}
      : {
          Exception: `${ending.id}: ${ending.reason}`,
          ExceptionOwner: ending.owner,
          ExceptionExpires: ending.expires,
        }),
  };
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [`${generatorPrefix}${name}`, shortened(value, limits.field)]),
  );
}

function shortened(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1)}…`;
}
