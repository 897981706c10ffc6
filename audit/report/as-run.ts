import * as model from "../../formats/model";
import { kindNames } from "../../inventory/model";
import { outcomeWords } from "../read/failure";
import type { AcceptedBy, AuditFinding, Place, Report, Scope } from "./report";
import { isCompared, placeWords, scopeWords } from "./words";

const judge = "aws-secure-database";

/** Where a result is put of whose place nothing else is known, by the "project/stack" that declares the resource. */
export type Unplaced = (stack: string | undefined) => model.Position;

export interface AsRunOptions {
  readonly withResolved?: boolean;
  readonly unplaced?: Unplaced;
}

/**
 * The report as both gates' formats take it: what a finding says blocks, unless it is advice or accepted; what is not
 * decided is advice; what could not be read is a failure of the run. What is resolved is an "absent" finding, which SARIF
 * alone has a word for, so that it is left out where `withResolved` is false.
 */
export function asRun(report: Report, { withResolved = true, unplaced }: AsRunOptions = {}): model.Report {
  const compared = isCompared(report);
  const findings: model.ReportedFinding[] = [
    ...report.findings.map((finding) => ({
      ...findingOf(finding),
      ...(compared ? { baseline: finding.state } : {}),
    })),
    ...report.accepted.map(({ finding, exception }) => findingOf(finding, exception)),
    ...report.undecided.map(
      (entry): model.ReportedFinding => ({
        ...common(entry),
        enforcementLevel: "advisory",
        blocks: false,
        undecided: true,
        message: `waits for ${entry.waitsFor}`,
        exceptions: [],
      }),
    ),
    ...(withResolved
      ? report.resolved.map((finding): model.ReportedFinding => {
          // The program has changed since, and the line that the earlier report names may be another now.
          const { position, ...known } = findingOf(finding);
          return { ...known, blocks: false, baseline: "absent" };
        })
      : []),
  ];
  const run: model.Run = {
    operation: "audit",
    scope: scopeWords(report),
    judges: [{ name: judge }],
    complete: report.complete,
    failures: failuresOf(report),
    startedAt: report.startedAt,
    endedAt: new Date(Date.parse(report.startedAt) + report.seconds * 1000).toISOString(),
  };
  return model.reportOf(
    run,
    unplaced === undefined
      ? findings
      : findings.map((finding) => ({ position: unplaced(finding.facts?.stack), ...finding })),
  );
}

function findingOf(finding: AuditFinding, exception?: AcceptedBy): model.ReportedFinding {
  const { advisory = false, firstSeen, stack } = finding;
  return {
    ...common(finding),
    title: finding.title,
    enforcementLevel: advisory ? "advisory" : "mandatory",
    blocks: !advisory && exception === undefined,
    undecided: false,
    message: `${finding.found}; ${finding.needed}`,
    remediation: finding.remediation,
    url: finding.url,
    exceptions: exception === undefined ? [] : [exceptionOf(exception)],
    fingerprint: finding.fingerprint,
    ...(stack?.position === undefined ? {} : { position: { ...stack.position, of: "resource" } }),
    facts: {
      ...placeFacts(finding),
      ...(firstSeen === undefined ? {} : { firstSeen }),
      ...(stack === undefined ? {} : { stack: stack.stack, urn: stack.urn }),
    },
  };
}

function exceptionOf({ id, reason, owner, expires }: AcceptedBy): model.Exception {
  return { id, reason: `${reason} (${owner}, until ${expires})` };
}

type About = Pick<AuditFinding, "control" | "severity" | "kind" | "resource" | "resourceName"> & Place;

function common(
  about: About,
): Pick<model.ReportedFinding, "control" | "judge" | "title" | "severity" | "resource" | "facts"> {
  return {
    control: about.control,
    judge,
    title: about.control,
    severity: about.severity,
    resource: {
      id: about.resource,
      name: about.resourceName,
      type: `${kindNames[about.kind]}, ${placeWords(about)}`,
    },
    facts: placeFacts(about),
  };
}

function placeFacts({ account, region }: Place): Readonly<Record<string, string>> {
  return { ...(account === undefined ? {} : { account }), region };
}

function failuresOf(report: Report): readonly model.Failure[] {
  const unreached = report.scopes.filter(
    (scope): scope is Scope & { readonly error: string } => scope.error !== undefined,
  );
  return [
    ...(report.partial === undefined ? [] : [{ message: "the audit was interrupted before its end" }]),
    ...unreached.map((scope) => ({ message: `${placeWords(scope)}: ${scope.error}` })),
    ...report.unread.map((unread) => ({
      message: `${placeWords(unread)}: ${unread.call} ${outcomeWords[unread.outcome]}: ${unread.message}`,
    })),
  ];
}
