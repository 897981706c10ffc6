import { h } from "./elements";
import { addressOf, type Dimension, dimensions, type Entry, type Group, groupsOf, severities } from "./model";
import { counted, empty, resourceAddress } from "./parts";

const offered: readonly Dimension[] = ["control", "account", "region", "kind", "resource"];

/** Longer lists are searched, not read. */
const longest = 200;

/** How many findings there are of each severity, by one of what they are told apart by. */
export function breakdownView(entries: readonly Entry[], wanted: string | undefined): HTMLElement {
  const by = offered.find((name) => name === wanted) ?? "control";
  const groups = groupsOf(entries, by);
  return h(
    "div",
    {},
    h("h1", { tabindex: "-1" }, "Breakdown"),
    h(
      "nav",
      { class: "choices", "aria-label": "Break down by" },
      offered.map((name) =>
        h(
          "a",
          { href: `#/breakdown/${name}`, "aria-current": name === by ? "page" : undefined },
          `By ${dimensions[name].title.toLowerCase()}`,
        ),
      ),
    ),
    groups.length === 0
      ? empty("Nothing to break down", "There are no findings.")
      : h("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": "Findings" }, tableOf(groups, by)),
    groups.length > longest &&
      h("p", { class: "muted" }, `The first ${longest} of ${counted(groups.length, "entry", "entries")}.`),
  );
}

function tableOf(groups: readonly Group[], by: Dimension): HTMLElement {
  return h(
    "table",
    { class: "numbers" },
    h(
      "thead",
      {},
      h(
        "tr",
        {},
        h("th", { scope: "col" }, dimensions[by].title),
        severities.map((severity) => h("th", { scope: "col" }, severity)),
        h("th", { scope: "col" }, "All"),
      ),
    ),
    h(
      "tbody",
      {},
      groups.slice(0, longest).map((group) => rowOf(group, by)),
    ),
  );
}

function rowOf({ value, entry, counts, total }: Group, by: Dimension): HTMLElement {
  const isResource = by === "resource";
  return h(
    "tr",
    {},
    h(
      "th",
      { scope: "row" },
      h(
        "a",
        { href: isResource ? resourceAddress(value) : addressOf({ [by]: value }) },
        isResource ? entry.resource.name : by === "control" ? entry.control.title : value,
      ),
      isResource
        ? h("span", { class: "under" }, `${entry.resource.kind} · ${entry.place.account} · ${entry.place.region}`)
        : by === "control" && h("span", { class: "under" }, value),
    ),
    severities.map((severity) =>
      counts[severity] === 0
        ? h("td", { class: "none" }, "0")
        : h("td", {}, h("span", { class: `amount ${severity}` }, counts[severity].toLocaleString("en"))),
    ),
    h("td", {}, total.toLocaleString("en")),
  );
}
