import type { PageData } from "./data";
import { type Child, h } from "./elements";
import { at, type Entry, entriesOf } from "./model";
import { badge, counted, declarationOf, empty, findingCard } from "./parts";

/** Everything that the audit says about one resource. */
export function resourceView(data: PageData, findings: readonly Entry[], key: string): HTMLElement {
  const index = data.resources.findIndex((resource) => resource.key === key);
  const back = h("p", { class: "back" }, h("a", { href: "#/findings" }, "All findings"));
  if (index < 0) {
    return h(
      "div",
      {},
      back,
      h("h1", { tabindex: "-1" }, "No such resource"),
      empty("The report says nothing about it", key),
    );
  }
  const resource = at(data.resources, index);
  const place = at(data.places, resource.place);
  const here = findings.filter(({ finding }) => finding.resource === index);
  const accepted = data.accepted.filter(({ finding }) => finding.resource === index);
  const undecided = data.undecided.filter((entry) => entry.resource === index);
  const resolved = entriesOf(data, data.resolved).filter(({ finding }) => finding.resource === index);
  const facts: readonly (readonly [string, Child])[] = [
    ["Kind", resource.kind],
    ["Account", place.account],
    ["Region", place.region],
    [resource.id.startsWith("arn:") ? "ARN" : "Id", h("code", {}, resource.id)],
    ...(resource.stack === undefined
      ? []
      : [["Stack", resource.stack.stack] as const, ...declarationOf(resource.stack)]),
  ];
  return h(
    "div",
    {},
    back,
    h("h1", { tabindex: "-1", class: "resource-name" }, resource.name),
    h(
      "dl",
      { class: "facts panel" },
      facts.map(([name, value]) => h("div", {}, h("dt", {}, name), h("dd", {}, value))),
    ),
    h("h2", { class: "part" }, counted(here.length, "finding")),
    here.length === 0
      ? empty("Nothing found", "No control fails for this resource.")
      : h(
          "div",
          { class: "list" },
          here.map((entry) => findingCard(entry, { ofResource: true, level: "h3" })),
        ),
    undecided.length > 0 && [
      h("h2", { class: "part" }, `${undecided.length} not decided`),
      h(
        "ul",
        { class: "rows" },
        undecided.map(({ control, waitsFor }) => {
          const { severity, title } = at(data.controls, control);
          return h(
            "li",
            {},
            badge(severity),
            h("span", {}, title, h("span", { class: "under" }, `waits for ${waitsFor}`)),
          );
        }),
      ),
    ],
    accepted.length > 0 && [
      h("h2", { class: "part" }, `${accepted.length} accepted`),
      acceptedList(data, accepted, true),
    ],
    resolved.length > 0 && [
      h("h2", { class: "part" }, `${resolved.length} resolved`),
      h(
        "div",
        { class: "list" },
        resolved.map((entry) => findingCard(entry, { ofResource: true, level: "h3" })),
      ),
    ],
  );
}

/** Findings for which an exception stands, with who answers for it. */
export function acceptedList(data: PageData, accepted: PageData["accepted"], ofResource: boolean): HTMLElement {
  return h(
    "div",
    { class: "list" },
    accepted.map(({ finding, reason, owner, expires }) =>
      entriesOf(data, [finding]).map((entry) =>
        findingCard(entry, {
          ofResource,
          level: ofResource ? "h3" : "h2",
          note: h("p", { class: "note" }, `Accepted by ${owner} until ${expires}: ${reason}`),
        }),
      ),
    ),
  );
}
