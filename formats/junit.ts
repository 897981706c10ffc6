import XmlBuilder from "fast-xml-builder";
import type { Judge, Report, ReportedFinding } from "./model";
import { exceptionWords, oneLine, positionWords, resourceWords, runWords } from "./wording";

type Attributes = Readonly<Record<`@${string}`, string | number>>;

interface Outcome extends Attributes {
  readonly "#text": string;
}

type Result = { readonly [Kind in "failure" | "error" | "skipped"]?: Outcome };
type TestCase = Attributes & Result;

interface TestSuite {
  readonly attributes: Attributes;
  readonly testcase: readonly TestCase[];
}

/**
 * The report as JUnit XML, in what Jenkins, GitLab and Surefire have in common: a test case for every policy that a
 * resource violates, and one for the run itself, which fails with an error where the run could not be judged. What
 * advice and excepted violations say is in skipped test cases, as they do not block. Nothing is said to have passed:
 * the engine counts a policy that does not apply as passed.
 */
export function junitReport(report: Report): string {
  const suites = [runSuite(report), ...report.run.judges.map((judge) => judgeSuite(report, judge))];
  const all = suites.flatMap(({ testcase }) => testcase);
  const builder = new XmlBuilder({
    attributeNamePrefix: "@",
    ignoreAttributes: false,
    format: true,
    suppressEmptyNode: true,
  });
  const xml = builder.build({
    testsuites: {
      "@name": "aws-secure-database",
      "@tests": all.length,
      "@failures": amount(all, "failure"),
      "@errors": amount(all, "error"),
      testsuite: suites.map(({ attributes, testcase }) => ({ ...attributes, testcase })),
    },
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n${allowed(xml)}`;
}

function runSuite(report: Report): TestSuite {
  const { failures } = report.run;
  const text = failures
    .map(({ message, resource }) => (resource === undefined ? message : `${resource.id}\n${message}`))
    .join("\n\n");
  const testCase: TestCase = {
    "@classname": runner(report),
    "@name": runWords(report),
    ...(failures[0] === undefined
      ? {}
      : { error: { "@type": "run", "@message": oneLine(failures[0].message), "#text": text } }),
  };
  return suiteOf(runner(report), report, [testCase]);
}

/** Who ran it. */
function runner({ run }: Report): string {
  return run.operation === "audit" ? "audit" : "pulumi";
}

function judgeSuite(report: Report, { name }: Judge): TestSuite {
  const groups = new Map<string, ReportedFinding[]>();
  for (const finding of report.findings.filter(({ judge }) => judge === name)) {
    const key = `${finding.control}\n${finding.resource?.id ?? ""}`;
    groups.set(key, [...(groups.get(key) ?? []), finding]);
  }
  return suiteOf(name, report, [...groups.values()].map(testCaseOf));
}

function testCaseOf(findings: readonly ReportedFinding[]): TestCase {
  const [first] = findings;
  const worst = findings.find(({ blocks }) => blocks) ?? findings.find(isOpen) ?? first;
  if (first === undefined || worst === undefined) {
    throw new Error("a test case needs a finding");
  }
  const outcome = (message: string): Outcome => ({
    "@type": first.severity ?? "unspecified",
    "@message": message,
    "#text": findings.map(detailsOf).join("\n\n"),
  });
  return {
    "@classname": first.control,
    "@name": resourceWords(first.resource),
    ...(worst.blocks
      ? { failure: outcome(oneLine(worst.message)) }
      : {
          skipped: outcome(
            `${isOpen(worst) ? (worst.undecided ? "undecided" : "advisory") : `excepted by ${exceptionWords(worst)}`}: ${oneLine(worst.message)}`,
          ),
        }),
  };
}

function isOpen({ exceptions }: ReportedFinding): boolean {
  return exceptions.length === 0;
}

function detailsOf({ message, remediation, resource, position, url }: ReportedFinding): string {
  const place = position === undefined ? undefined : positionWords(position);
  return [message, remediation, resource?.id, place, url].filter((line) => line !== undefined).join("\n");
}

function suiteOf(name: string, { run }: Report, testcase: readonly TestCase[]): TestSuite {
  return {
    attributes: {
      "@name": name,
      "@tests": testcase.length,
      "@failures": amount(testcase, "failure"),
      "@errors": amount(testcase, "error"),
      "@skipped": amount(testcase, "skipped"),
      ...(run.startedAt === undefined ? {} : { "@timestamp": run.startedAt }),
    },
    testcase,
  };
}

function amount(cases: readonly TestCase[], kind: keyof Result): number {
  return cases.filter((testCase) => testCase[kind] !== undefined).length;
}

/** XML 1.0 has no way to write other characters: https://www.w3.org/TR/xml/#charsets */
function allowed(xml: string): string {
  return xml.replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, "\uFFFD");
}
