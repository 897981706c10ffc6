import { controls } from "../controls";
import type { AnyControl } from "../controls/control";
import type { ControlId } from "../controls/ids";
import { kindNames } from "../inventory/model";
import { type ComponentCase, type ComponentColumn, componentColumns } from "../test/support/component-cases";
import { type JudgedCase, judgedCase } from "../test/support/judged-cases";

/** What one control says about all that a case, or a column of them, makes. */
interface Said {
  readonly holds: boolean;
  /** Why it does not apply, or what it waits for. */
  readonly because: readonly string[];
}

interface Column {
  readonly heading: string;
  readonly whole: ReadonlyMap<ControlId, Said>;
  readonly cases: readonly { readonly one: ComponentCase; readonly said: ReadonlyMap<ControlId, Said> }[];
}

/** The page that sets components beside controls. What each makes is judged here as the policy pack judges it. */
export async function componentsPage(): Promise<string> {
  const columns: Column[] = [];
  for (const column of componentColumns) {
    columns.push(await columnOf(column));
  }
  const rows = controls.map(
    (control) =>
      `| [${control.id}](controls/${control.id}.md) | ${columns.map(({ whole }) => cell(control, whole)).join(" | ")} |`,
  );
  return `# Components and controls

A test makes each component in every engine and with every argument, through a stand-in of the AWS provider, and judges what it
makes as the policy pack does. None fails. "holds" stands where a control holds for all of a column that it applies to; else
the cell says why it does not apply. [What is made](#what-is-made) is below, with the controls that do not apply to some of it;
of an instance and a cluster they are in the output \`notApplicableControls\` too.

| control | ${columns.map(({ heading }) => heading).join(" | ")} |
| --- | ${columns.map(() => "---").join(" | ")} |
${rows.join("\n")}

## What is made

"All hold" says that every control of the column holds for all that a case makes. What is "decided by" something is undecided
in the program, as that lies outside it.

${columns.map(casesOf).join("\n\n")}
`;
}

async function columnOf({ heading, cases }: ComponentColumn): Promise<Column> {
  const told: { one: ComponentCase; said: ReadonlyMap<ControlId, Said> }[] = [];
  for (const one of cases) {
    told.push({ one, said: saidBy((await judgedCase(one)).answers) });
  }
  const whole = new Map<ControlId, Said>();
  for (const { said } of told) {
    for (const [id, { holds, because }] of said) {
      const before = whole.get(id);
      const reasons = new Set([...(before?.because ?? []), ...because]);
      whole.set(id, { holds: holds || before?.holds === true, because: [...reasons] });
    }
  }
  return { heading, whole, cases: told };
}

function saidBy(answers: JudgedCase["answers"]): ReadonlyMap<ControlId, Said> {
  const said = new Map<ControlId, { holds: boolean; because: string[] }>();
  for (const { control, answer } of answers) {
    const found = said.get(control) ?? { holds: false, because: [] };
    said.set(control, found);
    switch (answer.answer) {
      case "holds":
        found.holds = true;
        break;
      case "not-applicable":
        note(found.because, answer.because);
        break;
      default:
        break;
    }
  }
  return said;
}

function note(reasons: string[], reason: string): void {
  if (!reasons.includes(reason)) {
    reasons.push(reason);
  }
}

/** "holds", or why it does not apply. */
function cell({ id, subject, options }: AnyControl, whole: ReadonlyMap<ControlId, Said>): string {
  const said = whole.get(id);
  if (said === undefined) {
    return `no ${kindNames[subject]}`;
  }
  if (said.holds) {
    return "holds";
  }
  return options.enabled?.default === false ? "off unless configured" : said.because.join("; ");
}

function casesOf({ heading, whole, cases }: Column): string {
  const plain: string[] = [];
  const particular = new Map<string, string[]>();
  for (const { one, said } of cases) {
    const found = exceptions(one, said, whole);
    if (found.length === 0) {
      plain.push(one.title);
    }
    for (const exception of found) {
      particular.set(exception, [...(particular.get(exception) ?? []), one.title]);
    }
  }
  const lines = [...particular].map(([exception, titles]) => `- ${exception}: ${titles.join("; ")}.`);
  return [`### ${heading}`, `All hold: ${plain.join("; ")}.`, ...(lines.length === 0 ? [] : [lines.join("\n")])].join(
    "\n\n",
  );
}

/** What does not apply to a case, of what holds elsewhere in its column, and what nobody can decide before it is there. */
function exceptions(
  { open }: ComponentCase,
  said: ReadonlyMap<ControlId, Said>,
  whole: ReadonlyMap<ControlId, Said>,
): string[] {
  const inapplicable = [...said].filter(
    ([id, { holds, because }]) => !holds && because.length > 0 && whole.get(id)?.holds === true,
  );
  return [
    ...inapplicable.map(([id, { because }]) => `${id} does not apply, as ${because.join(", ")}`),
    ...Object.entries(open).map(([id, by]) => `${id} is decided by ${by}`),
  ];
}
