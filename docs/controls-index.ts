import type { AnyControl } from "../controls";
import { frameworks } from "../controls/frameworks";
import { switchOf } from "../controls/off-by-default";
import { type Kind, kindNames } from "../inventory/model";
import { gatesOf, providersOf } from "./where-decided";

/** The page that lists the catalogue: by resource, with gates and providers, and by framework. */
export function controlsIndex(controls: readonly AnyControl[]): string {
  const subjects = [...new Set(controls.map(({ subject }) => subject))];
  return [
    "# Controls",
    "",
    `The ${controls.length} controls of the catalogue, made by \`npm run docs\` from the objects that judge. The id is also the`,
    "policy's name, the audit's rule id and the exception's key. `npx aws-secure-database controls` lists the same.",
    "",
    "- [By resource](#by-resource), with the gates and providers that each is decided at",
    ...frameworks.map(({ name }) => `- [${name}](#${anchor(name)})`),
    "",
    "## By resource",
    "",
    "A control is decided by the policy pack in programs that use the providers named, and by the audit in a live account.",
    "A control that is _off_ says nothing until its option `enabled` or `requiredTags` is set by the configuration,",
    "which the audit takes with `--config`.",
    "",
    ...subjects.flatMap((subject) => bySubject(subject, controls)),
    ...frameworks.flatMap(({ key, name, version }) => byFramework(key, name, version, controls)),
  ].join("\n");
}

function bySubject(subject: Kind, controls: readonly AnyControl[]): readonly string[] {
  const rows = controls
    .filter((control) => control.subject === subject)
    .map((control) => {
      const inPack = gatesOf(control).includes("policy pack");
      const providers = providersOf(control);
      const cells = [
        link(control.id),
        control.severity,
        `${control.title}${switchOf(control) !== undefined ? " (off)" : ""}`,
        inPack && providers.includes("aws") ? "yes" : "",
        inPack && providers.includes("aws-native") ? "yes" : "",
        gatesOf(control).includes("audit") ? "yes" : "",
        control.remedy === undefined ? "" : "yes",
      ];
      return `| ${cells.join(" | ")} |`;
    });
  return [
    `### ${kindNames[subject]}`,
    "",
    "| control | severity | asks that | pack: aws | pack: aws-native | audit | remedy |",
    "| --- | --- | --- | --- | --- | --- | --- |",
    ...rows,
    "",
  ];
}

function byFramework(
  key: (typeof frameworks)[number]["key"],
  name: string,
  version: string | undefined,
  controls: readonly AnyControl[],
): readonly string[] {
  const ids = [...new Set(controls.flatMap(({ peerIds }) => peerIds[key] ?? []))].sort(byNumbers);
  return [
    `## ${name}`,
    "",
    ...(version === undefined ? [] : [`Version ${version}.`, ""]),
    "| id | controls |",
    "| --- | --- |",
    ...ids.map((id) => {
      const known = controls.filter(({ peerIds }) => peerIds[key]?.includes(id)).map((control) => link(control.id));
      return `| ${id} | ${known.join(", ")} |`;
    }),
    "",
  ];
}

function byNumbers(a: string, b: string): number {
  return a.localeCompare(b, "en", { numeric: true });
}

function link(id: string): string {
  return `[${id}](controls/${id}.md)`;
}

function anchor(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^a-z0-9 -]/g, "")
    .replaceAll(" ", "-");
}
