import { controls } from "../controls";
import type { ControlId } from "../controls/ids";
import { ask, optionsOf } from "../controls/judge";
import { fromProgram } from "../inventory/program";
import { type ComponentCase, type ComponentColumn, componentColumns } from "../test/support/component-cases";
import { asProgram, run } from "../test/support/mocks";

type Said = ReadonlyMap<ControlId, { readonly holds: boolean; readonly because: readonly string[] }>;

/**
 * The page that sets components beside controls. What each makes is judged here as the policy pack judges it.
 * @throws Error where a control fails or is undecided
 */
export async function componentsPage(): Promise<string> {
  const columns: { readonly heading: string; readonly cells: ReadonlyMap<ControlId, string> }[] = [];
  for (const column of componentColumns) {
    columns.push({ heading: column.heading, cells: await cellsOf(column) });
  }
  const rows = controls.map(
    ({ id }) => `| [${id}](controls/${id}.md) | ${columns.map(({ cells }) => cells.get(id) ?? "").join(" | ")} |`,
  );
  return `# Components and controls

What each component makes, in every engine and with the options that the list below names, holds every control that
applies (other options are judged by the tests in test/components): a test makes each, through a stand-in of the engine, and judges it as the policy pack does. "holds" stands where a
control holds for all of a column, what it is not about is empty, and where an engine cannot have what a control asks for, its
reason stands, as in the component's output \`notApplicableControls\`. Controls that are off until somebody configures them say
nothing.

${componentColumns.map(({ heading, cases }) => `- **${heading}**: ${cases.map(({ title }) => title).join(", ")}.`).join("\n")}

| control | ${columns.map(({ heading }) => heading).join(" | ")} |
| --- | ${columns.map(() => "---").join(" | ")} |
${rows.join("\n")}
`;
}

async function cellsOf({ heading, cases }: ComponentColumn): Promise<ReadonlyMap<ControlId, string>> {
  const said: { readonly title: string; readonly answers: Said }[] = [];
  for (const one of cases) {
    said.push({ title: one.title, answers: await judged(heading, one) });
  }
  const cells = new Map<ControlId, string>();
  for (const { id } of controls) {
    const told = said.flatMap(({ title, answers }) => {
      const answer = answers.get(id);
      return answer === undefined ? [] : [{ title, ...answer }];
    });
    if (told.some(({ holds }) => holds)) {
      cells.set(id, ["holds", ...exceptions(told.filter(({ holds }) => !holds))].join("; "));
    }
  }
  return cells;
}

function exceptions(told: readonly { readonly title: string; readonly because: readonly string[] }[]): string[] {
  const titles = new Map<string, string[]>();
  for (const { title, because } of told) {
    const reason = because.join(", ");
    titles.set(reason, [...(titles.get(reason) ?? []), title]);
  }
  return [...titles].map(([reason, names]) => `not of ${names.join(", ")}: ${reason}`);
}

/** What every control says about what one case makes. */
async function judged(heading: string, { title, make }: ComponentCase): Promise<Said> {
  const registered = await run(make);
  if (registered.error !== undefined) {
    throw registered.error;
  }
  const inventory = fromProgram(asProgram(registered));
  const answers = new Map<ControlId, { holds: boolean; because: string[] }>();
  for (const control of controls) {
    for (const subject of inventory[control.subject]) {
      const answer = ask(control, subject, inventory, optionsOf(control));
      if (answer.answer === "fails" || answer.answer === "undecided") {
        throw new Error(`${heading}, ${title}: ${control.id} ${answer.answer} for ${subject.name}`);
      }
      const found = answers.get(control.id) ?? { holds: false, because: [] };
      found.holds ||= answer.answer === "holds";
      if (answer.answer === "not-applicable" && !found.because.includes(answer.because)) {
        found.because.push(answer.because);
      }
      answers.set(control.id, found);
    }
  }
  return answers;
}
