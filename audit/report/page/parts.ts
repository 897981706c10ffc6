import type { PageSeverity, PageStack, PageStep } from "./data";
import { type Child, h } from "./elements";
import type { Entry } from "./model";

/** "1 finding", "20,000 findings". */
export function counted(amount: number, one: string, several = `${one}s`): string {
  return `${amount.toLocaleString("en")} ${amount === 1 ? one : several}`;
}

/** "28 Nov 2026, 01:40 UTC". */
export function moment(iso: string): string {
  const date = new Date(iso);
  return Number.isNaN(date.getTime())
    ? iso
    : `${date.toLocaleString("en-GB", { timeZone: "UTC", dateStyle: "medium", timeStyle: "short" })} UTC`.replaceAll(
        " ",
        "\u00a0",
      );
}

export function badge(severity: PageSeverity): HTMLElement {
  return h("span", { class: `badge ${severity}` }, severity);
}

export function empty(title: string, text: string): HTMLElement {
  return h("div", { class: "empty" }, h("p", { class: "empty-title" }, title), h("p", {}, text));
}

export function resourceAddress(key: string): string {
  return `#/resource/${encodeURIComponent(key)}`;
}

/** Which code to mend. */
export function declarationOf({ urn, at }: PageStack): readonly (readonly [string, Child])[] {
  return [
    ["Declared by", h("code", {}, urn)],
    ...(at === undefined ? [] : [["Declared at", h("code", {}, at)] as const]),
  ];
}

interface CardOptions {
  /** On the page of the resource itself, its name is not said again and everything is shown. */
  readonly ofResource: boolean;
  readonly level: "h2" | "h3";
  readonly note?: Child;
}

export function findingCard(entry: Entry, { ofResource, level, note }: CardOptions): HTMLElement {
  const { finding, control, resource, place } = entry;
  const facts: readonly (readonly [string, Child])[] = [
    ["Control", h("code", {}, control.id)],
    ...(control.peers.length === 0 ? [] : [["Frameworks", control.peers.join(" · ")] as const]),
    ...(finding.firstSeen === undefined ? [] : [["First seen", moment(finding.firstSeen)] as const]),
    ...(ofResource || resource.stack === undefined ? [] : declarationOf(resource.stack)),
  ];
  return h(
    "article",
    { class: "finding" },
    h(
      "div",
      { class: "finding-head" },
      badge(control.severity),
      h(level, { class: "finding-title" }, `${finding.found}; ${finding.needed}`),
      finding.advisory && h("span", { class: "tag" }, "advice"),
    ),
    !ofResource &&
      h(
        "p",
        { class: "finding-where" },
        h("a", { href: resourceAddress(resource.key) }, resource.name),
        h("span", {}, ` ${resource.kind} · ${place.account} · ${place.region}`),
      ),
    h("p", { class: "finding-rule" }, "Does not hold: ", control.title),
    note,
    finding.path !== undefined && finding.path.length > 0 && pathOf(finding.path),
    h(
      "details",
      { open: ofResource },
      h("summary", {}, "How to mend it"),
      h(
        "p",
        {},
        control.remediation,
        " ",
        h("a", { href: control.url, rel: "noreferrer" }, `More about ${control.id}`),
      ),
      h(
        "dl",
        { class: "facts" },
        facts.map(([name, value]) => h("div", {}, h("dt", {}, name), h("dd", {}, value))),
      ),
    ),
  );
}

/** The way from the internet to the database, a box a step. */
export function pathOf(steps: readonly PageStep[]): HTMLElement {
  return h(
    "figure",
    { class: "path" },
    h("figcaption", {}, "The way in from the internet"),
    h(
      "ol",
      {},
      steps.map(({ kind, id, name }, index) =>
        h(
          "li",
          { class: index === 0 ? "step source" : index === steps.length - 1 ? "step target" : "step" },
          h("span", { class: "step-kind" }, kind),
          h("span", { class: "step-name" }, name),
          !id.endsWith(name) && h("code", {}, id.startsWith("arn:") ? id.slice(id.lastIndexOf(":") + 1) : id),
        ),
      ),
    ),
  );
}
