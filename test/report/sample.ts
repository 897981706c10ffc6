import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Report, ReportedFinding } from "../../formats/model";
import { reportOf } from "../../formats/model";
import { readEvents } from "../../report/events";
import { type Locate, reportOfEvents } from "../../report/from-events";

export const fixtures = join(__dirname, "fixtures");

/** Names of the runs whose events are kept in fixtures/, which fixtures/README.md describes. */
export const runs = [
  "blocked",
  "analysis",
  "exceptions",
  "program-error",
  "provider-error",
  "pack-throws",
  "pack-dies",
  "pack-absent",
  "other-pack",
  "two-packs",
  "no-pack",
  "clean",
] as const;

export function fixture(name: string): string {
  return readFileSync(join(fixtures, name), "utf8");
}

export function reportOfFixture(name: (typeof runs)[number], locate?: Locate): Report {
  return reportOfEvents(readEvents(fixture(`${name}.events`), name), locate);
}

export const finding: ReportedFinding = {
  control: "topic-tags",
  judge: "other",
  title: "topic-tags",
  severity: "high",
  enforcementLevel: "mandatory",
  blocks: true,
  undecided: false,
  resource: {
    id: "urn:pulumi:dev::shop::aws:sns/topic:Topic::news",
    name: "news",
    type: "aws:sns/topic:Topic",
  },
  message: "tags are missing",
  exceptions: [],
};

/** A report of a complete preview with these findings. */
export function reportWith(findings: readonly ReportedFinding[], failures: Report["run"]["failures"] = []): Report {
  return reportOf(
    {
      operation: "preview",
      project: "shop",
      stack: "dev",
      judges: [{ name: "other", version: "1.2.3" }],
      complete: failures.length === 0,
      failures,
    },
    findings,
  );
}
