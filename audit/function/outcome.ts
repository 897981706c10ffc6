import type { Report } from "../report/report";
import { type Carrier, deliver, type Former } from "./deliver";
import { countedOf, metricsLine } from "./metrics";

/** What a function that audited answers with. */
export interface Outcome {
  readonly complete: boolean;
  /** "s3://bucket/reports/...", as JSON. */
  readonly report: string;
  readonly findings: Report["counts"]["findings"];
  readonly newFindings: number;
  readonly resolved: number;
}

/** Something of an audit could not be delivered: the function has failed. */
export class NotDelivered extends Error {
  override readonly name = "NotDelivered";
}

/**
 * Delivers a report and counts it.
 * @param earlier one sentence for each thing that went wrong before
 * @throws NotDelivered where anything could not be delivered, when everything else is
 */
export async function finish(
  report: Report,
  former: Former,
  earlier: readonly string[],
  carrier: Carrier,
  log: (line: string) => void,
): Promise<Outcome> {
  const delivered = await deliver(report, former, carrier);
  const problems = [...former.problems, ...earlier, ...delivered.problems];
  const counted = countedOf(report, problems.length);
  log(metricsLine(counted, carrier.settings.name, Date.now()));
  for (const line of [...incompleteLines(report), ...problems]) {
    log(line);
  }
  if (problems.length > 0) {
    throw new NotDelivered(problems.join(" "));
  }
  return {
    complete: report.complete,
    report: delivered.url,
    findings: report.counts.findings,
    newFindings: counted.newFindings,
    resolved: report.resolved.length,
  };
}

/** Why the audit is no proof, for who reads the log after an alarm. */
function incompleteLines({ scopes, incomplete, partial }: Report): readonly string[] {
  const because = [
    ...(partial === undefined ? [] : ["the audit ran out of time; give it fewer regions, or more memory"]),
    ...scopes.flatMap(({ error }) => error ?? []),
    ...incomplete.map(({ control, because: why }) => `${control}: ${why}`),
  ];
  return [...new Set(because)].map((why) => `incomplete: ${why}`);
}
