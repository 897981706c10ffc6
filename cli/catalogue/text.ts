import type { Paint } from "../../audit/report/text";
import { wanted } from "../../configuration/words";
import { howToSwitchOn, switchOf } from "../../controls/off-by-default";
import type { Entry } from "./entry";
import { type Framework, frameworkNames, frameworks, tools } from "./frameworks";

/** The catalogue for people: a paragraph a control, their number at the end. */
export function catalogueText(entries: readonly Entry[], paint: Paint): string {
  const off = entries.filter((entry) => switchOf(entry) !== undefined).length;
  const count = `${entries.length} ${entries.length === 1 ? "control" : "controls"}`;
  const total = off === 0 ? count : `${count}, ${off} of them off by default`;
  return `${[...entries.map((entry) => paragraph(entry, paint)), total].join("\n\n")}\n`;
}

function paragraph(entry: Entry, paint: Paint): string {
  const { id, severity, subject, title, gates } = entry;
  const howTo = howToSwitchOn(entry);
  return [
    `${paint("heading", id)} (${paint(severity, severity)}, ${subject})`,
    `  ${title}`,
    `  Decided by: ${gates.join(", ")}`,
    ...(howTo === undefined ? [] : [`  Off by default: ${howTo}`]),
    ...idsOf(
      entry,
      "Frameworks",
      frameworks.filter((key) => !tools.includes(key)),
    ),
    ...idsOf(entry, "Peers", tools),
    ...Object.entries(entry.options).map(
      ([name, option]) =>
        `  Option ${name}: ${wanted(option)}, default ${JSON.stringify(option.default)}. ${option.description}`,
    ),
  ].join("\n");
}

function idsOf(entry: Entry, heading: string, keys: readonly Framework[]): string[] {
  const named = keys.filter((key) => entry.frameworks[key].length > 0);
  const lists = named.map((key) => `${frameworkNames[key]} ${entry.frameworks[key].join(", ")}`);
  return lists.length === 0 ? [] : [`  ${heading}: ${lists.join("; ")}`];
}
