import type { AnyControl } from "../controls";
import { frameworks } from "../controls/frameworks";
import { howToSwitchOn } from "../controls/off-by-default";
import { kindNames } from "../inventory/model";
import type { Example, Examples } from "./examples";
import { sampleOf } from "./sample";
import { gatesOf, providersOf } from "./where-decided";

/** The page of one control. */
export function controlPage(control: AnyControl, examples: Examples): string {
  const { id, title, severity, subject, why, remediation } = control;
  return [
    `# ${id}`,
    "",
    `${title}. ${why}`,
    "",
    ...(howToSwitchOn(control) === undefined ? [] : [`Off by default: ${howToSwitchOn(control)}.`, ""]),
    `- Severity: ${severity}`,
    `- About: ${kindNames[subject]}`,
    `- Decided by: ${gatesOf(control).join(", ")}`,
    `- In programs that use: ${providersOf(control).join(", ") || "none: only an account shows it"}`,
    ...(control.remedy === undefined ? [] : [remedyLine(control)]),
    "",
    "## Mend it",
    "",
    remediation,
    "",
    ...(examples.holds === undefined && examples.fails === undefined
      ? []
      : ["The programs on this page write only the properties that the control looks at.", ""]),
    ...sample(examples.holds),
    ...section("Fails", failure(examples.fails)),
    ...section("Options", optionRows(control)),
    ...section("Elsewhere", peerLines(control)),
  ].join("\n");
}

function remedyLine({ remedy, options }: AnyControl): string {
  const defaults = Object.fromEntries(Object.entries(options).map(([name, option]) => [name, option.default]));
  const typesOf = new Map<string, readonly string[]>();
  for (const type of remedy?.types ?? []) {
    const properties = JSON.stringify(remedy?.properties(defaults, type));
    typesOf.set(properties, [...(typesOf.get(properties) ?? []), type]);
  }
  const remedies = [...typesOf].map(([properties, types]) => `\`${properties}\` (${types.join(", ")})`);
  return `- With enforcement level \`remediate\` the pack itself sets ${remedies.join(" or ")}`;
}

function section(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : [`## ${title}`, "", ...lines];
}

function sample(example: Example | undefined): readonly string[] {
  return example === undefined ? [] : ["```ts", sampleOf(example.rows), "```", ""];
}

function failure(example: Example | undefined): readonly string[] {
  return example === undefined ? [] : [...sample(example), `> ${example.message}`, ""];
}

function optionRows({ options }: AnyControl): readonly string[] {
  const rows = Object.entries(options).map(([name, { schema, default: value }]) => {
    const allowed = schema.enum === undefined ? schema.type : schema.enum.map((text) => `\`${text}\``).join(" or ");
    return `| \`${name}\` | ${allowed} | \`${JSON.stringify(value)}\` | ${schema.description} |`;
  });
  return rows.length === 0 ? [] : ["| option | type | default | |", "| --- | --- | --- | --- |", ...rows, ""];
}

function peerLines({ peerIds }: AnyControl): readonly string[] {
  const lines = frameworks.flatMap(({ key, name, version }) => {
    const ids = peerIds[key];
    return ids === undefined ? [] : [`- ${[name, version].filter(Boolean).join(" ")}: ${ids.join(", ")}`];
  });
  return lines.length === 0 ? [] : [...lines, ""];
}
