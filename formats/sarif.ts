import { createHash } from "node:crypto";
import type { Invocation, Location, Log, Notification, ReportingDescriptor, Result, Run as SarifRun } from "sarif";
import { type AnyControl, controls, type Severity } from "../controls";
import type { Failure, Judge, Position, Report, ReportedFinding, ReportedResource } from "./model";
import { exceptionWords, resourceWords } from "./wording";

const schema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

type Level = "error" | "warning" | "note";

/** Scores as GitHub ranks them: https://docs.github.com/en/code-security/reference/code-scanning/sarif-files/sarif-support */
const severityLooks: { readonly [S in Severity]: { readonly level: Level; readonly score: string } } = {
  critical: { level: "error", score: "9.5" },
  high: { level: "error", score: "8.0" },
  medium: { level: "warning", score: "5.5" },
  low: { level: "note", score: "2.0" },
};

/** Placed by whoever reads the file, as the roots of checkouts differ. */
const root = "%SRCROOT%";

/** The report as SARIF 2.1.0: a run for every policy pack, so that rules of different packs are never confused. */
export function sarifReport(report: Report): string {
  const judges = report.run.judges.length === 0 ? [{ name: "aws-secure-database" }] : report.run.judges;
  const log: Log = { $schema: schema, version: "2.1.0", runs: judges.map((judge) => runOf(report, judge)) };
  return `${JSON.stringify(log, undefined, 2)}\n`;
}

function runOf(report: Report, judge: Judge): SarifRun {
  const { operation, project, stack } = report.run;
  const findings = report.findings.filter((finding) => finding.judge === judge.name);
  const rules = [...new Map(findings.map((finding) => [finding.control, ruleOf(finding)])).values()];
  const index = new Map(rules.map(({ id }, position) => [id, position]));
  const fingerprintOf = fingerprints();
  return {
    tool: { driver: { name: judge.name, ...(judge.version === undefined ? {} : { version: judge.version }), rules } },
    // What is before the last "/" is a category to GitHub: the stacks of a repository do not close each other's alerts.
    ...(operation === "audit"
      ? { automationDetails: { id: `${judge.name}/audit/` } }
      : project === undefined || stack === undefined
        ? {}
        : { automationDetails: { id: `${judge.name}/${project}/${stack}/` } }),
    originalUriBaseIds: { [root]: { description: { text: "The root of the repository." } } },
    columnKind: "utf16CodeUnits",
    invocations: [invocationOf(report)],
    results: findings.map((finding) =>
      resultOf(finding, index.get(finding.control) ?? 0, finding.fingerprint ?? fingerprintOf(finding)),
    ),
  };
}

const catalogue: ReadonlyMap<string, AnyControl> = new Map(controls.map((control) => [control.id, control]));

function ruleOf(finding: ReportedFinding): ReportingDescriptor {
  const control = catalogue.get(finding.control);
  const severity = control?.severity ?? finding.severity;
  return {
    id: finding.control,
    shortDescription: { text: finding.title },
    ...(control === undefined ? {} : { fullDescription: { text: control.why } }),
    ...(finding.remediation === undefined ? {} : { help: { text: finding.remediation } }),
    ...(finding.url === undefined ? {} : { helpUri: finding.url }),
    defaultConfiguration: { level: levelOf(severity) },
    properties: {
      // GitHub takes 20 tags a rule, and some controls have more peers.
      tags: ["security", ...(control?.peerIds.securityHub ?? []).slice(0, 19)],
      precision: "very-high",
      ...(control === undefined ? {} : { peerIds: control.peerIds }),
      ...(severity === undefined ? {} : { "security-severity": severityLooks[severity].score }),
    },
  };
}

/** SARIF's own default where a policy has no severity. */
function levelOf(severity: Severity | undefined): Level {
  return severity === undefined ? "warning" : severityLooks[severity].level;
}

function resultOf(finding: ReportedFinding, ruleIndex: number, fingerprint: string): Result {
  const { resource, position, enforcementLevel, exceptions, severity } = finding;
  const location = locationOf(resource, position);
  return {
    ruleId: finding.control,
    ruleIndex,
    ...(finding.undecided
      ? { kind: "open", level: "none" }
      : // Advice must not stop a review, whatever its severity would be.
        { level: enforcementLevel === "advisory" ? "note" : levelOf(severity) }),
    message: { text: messageOf(finding) },
    ...(location === undefined ? {} : { locations: [location] }),
    // GitHub reads this name alone, and would else take the line's text, which two resources can share.
    partialFingerprints: { primaryLocationLineHash: fingerprint },
    ...(finding.baseline === undefined ? {} : { baselineState: finding.baseline }),
    suppressions: exceptions.map(({ id, reason }) => ({
      kind: "external",
      status: "accepted",
      justification: `${id}: ${reason}`,
    })),
    properties: {
      enforcementLevel,
      blocks: finding.blocks,
      ...(severity === undefined ? {} : { severity }),
      ...finding.facts,
      ...(position?.of === "project"
        ? { position: "The project's file: where the resource is declared is unknown." }
        : {}),
    },
  };
}

function messageOf(finding: ReportedFinding): string {
  const kind =
    finding.exceptions.length > 0
      ? `Excepted (${exceptionWords(finding)}). `
      : finding.enforcementLevel === "advisory"
        ? finding.undecided
          ? "Undecided. "
          : "Advisory. "
        : "";
  const mend = finding.remediation === undefined ? "" : ` ${finding.remediation}`;
  return `${kind}${resourceWords(finding.resource)}: ${finding.message}${mend}`;
}

function locationOf(resource: ReportedResource | undefined, position: Position | undefined): Location | undefined {
  if (resource === undefined && position === undefined) {
    return undefined;
  }
  return {
    ...(position === undefined ? {} : { physicalLocation: physicalLocationOf(position) }),
    ...(resource === undefined
      ? {}
      : { logicalLocations: [{ name: resource.name, fullyQualifiedName: resource.id, kind: "resource" }] }),
  };
}

function physicalLocationOf({ file, line, column }: Position): Location["physicalLocation"] {
  return {
    artifactLocation: { uri: file.split("/").map(encodeURIComponent).join("/"), uriBaseId: root },
    region: { startLine: line, ...(column === undefined ? {} : { startColumn: column }) },
  };
}

/** The same from run to run: of control and resource, never of words or lines, and numbered where one has several. */
function fingerprints(): (finding: ReportedFinding) => string {
  const seen = new Map<string, number>();
  return ({ control, judge, resource }) => {
    const hash = createHash("sha256")
      .update(`${judge}\n${control}\n${resource?.id ?? ""}`)
      .digest("hex")
      .slice(0, 32);
    const number = (seen.get(hash) ?? 0) + 1;
    seen.set(hash, number);
    return `${hash}:${number}`;
  };
}

function invocationOf({ run }: Report): Invocation {
  return {
    executionSuccessful: run.complete,
    ...(run.startedAt === undefined ? {} : { startTimeUtc: run.startedAt }),
    ...(run.endedAt === undefined ? {} : { endTimeUtc: run.endedAt }),
    toolExecutionNotifications: run.failures.map(notificationOf),
  };
}

function notificationOf({ message, resource }: Failure): Notification {
  const location = locationOf(resource, undefined);
  return { level: "error", message: { text: message }, ...(location === undefined ? {} : { locations: [location] }) };
}
