import type { PageData } from "./data";
import { h } from "./elements";
import {
  addressOf,
  type Dimension,
  dimensions,
  type Entry,
  type Filters,
  filtered,
  groupsOf,
  severities,
} from "./model";
import { counted, empty, findingCard } from "./parts";

const pageSize = 50;

/** On paper there are no pages to turn; more than so many are no reading matter. */
const printed = 2000;

/** Dimensions with a filter of their own in the bar: a resource has a page. */
const offered: readonly Dimension[] = ["account", "region", "control", "kind", "state"];

export interface FindingsView {
  readonly element: HTMLElement;
  show(filters: Filters): void;
  /** All that the filters let through, for the printer; `false` turns back to the page that was shown. */
  print(whole: boolean): void;
}

/** The list of findings with its search and filters, which stay in the page's address. */
export function findingsView(data: PageData, entries: readonly Entry[]): FindingsView {
  let filters: Filters = {};
  const change = (changed: Filters, keep: boolean) => {
    const { page: _, ...rest } = filters;
    const next = Object.fromEntries(Object.entries({ ...rest, ...changed }).filter(([, value]) => value));
    // Typing must not fill the browser's history.
    if (keep) {
      history.replaceState(null, "", addressOf(next));
      show(next);
    } else {
      location.hash = addressOf(next);
    }
  };

  const search = h("input", {
    type: "search",
    id: "search",
    autocomplete: "off",
    spellcheck: "false",
    placeholder: "Name, ARN, control …",
    oninput: () => change({ q: search.value }, true),
  });
  const selects = offered
    .filter((name) => name !== "state" || data.compared)
    .map((name) => ({ name, select: selectOf(name, entries, (value) => change({ [name]: value }, false)) }));
  const tiles = severities.map((severity) => {
    const amount = h("span", { class: "tile-amount" });
    const tile = h(
      "button",
      {
        type: "button",
        class: `tile ${severity}`,
        onclick: () => change({ severity: filters.severity === severity ? "" : severity }, false),
      },
      amount,
      h("span", { class: "tile-name" }, severity),
    );
    return { severity, tile, amount };
  });
  const reset = h("button", { type: "button", class: "quiet", onclick: () => (location.hash = "#/findings") }, "Clear");
  const status = h("p", { class: "status", role: "status" });
  const list = h("div", { class: "list" });
  const pager = h("nav", { class: "pager", "aria-label": "Pages of findings" });

  function show(next: Filters, whole = false): void {
    filters = next;
    if (search.value !== (filters.q ?? "")) {
      search.value = filters.q ?? "";
    }
    for (const { name, select } of selects) {
      select.value = filters[name] ?? "";
    }
    const { severity: _, ...others } = filters;
    const amounts = groupsOf(filtered(entries, others), "severity");
    for (const { severity, tile, amount } of tiles) {
      amount.textContent = (amounts.find(({ value }) => value === severity)?.total ?? 0).toLocaleString("en");
      tile.setAttribute("aria-pressed", String(filters.severity === severity));
    }
    const found = filtered(entries, filters);
    const pages = Math.max(1, Math.ceil(found.length / pageSize));
    const page = Math.min(pages, Math.max(1, Math.floor(Number(filters.page)) || 1));
    const isFiltered = found.length !== entries.length;
    const amount = isFiltered
      ? `${counted(found.length, "finding")} of ${entries.length.toLocaleString("en")}`
      : counted(found.length, "finding");
    status.textContent =
      whole && found.length > printed
        ? `${amount}, the first ${printed.toLocaleString("en")} of which follow: print fewer by a filter`
        : amount;
    reset.hidden = Object.keys(filters).every((name) => name === "page");
    const shown = whole ? found.slice(0, printed) : found.slice((page - 1) * pageSize, page * pageSize);
    list.replaceChildren(
      ...(found.length > 0
        ? shown.map((entry) => findingCard(entry, { ofResource: false, level: "h2" }))
        : [entries.length === 0 ? nothingFound(data) : empty("Nothing matches", "No finding passes all the filters.")]),
    );
    pager.replaceChildren(...(pages > 1 ? pagerOf(page, pages, filters) : []));
    pager.hidden = pages <= 1;
  }

  const element = h(
    "div",
    {},
    h("h1", { class: "hidden", tabindex: "-1" }, "Findings"),
    h(
      "div",
      { class: "tiles", role: "group", "aria-label": "Severity" },
      tiles.map(({ tile }) => tile),
    ),
    h(
      "form",
      { class: "filters", role: "search", onsubmit: (event) => event.preventDefault() },
      h("div", { class: "field grow" }, h("label", { for: "search" }, "Search"), search),
      selects.map(({ name, select }) =>
        h("div", { class: "field" }, h("label", { for: `filter-${name}` }, dimensions[name].title), select),
      ),
    ),
    h("div", { class: "status-line" }, status, reset),
    list,
    pager,
  );
  return { element, show, print: (whole) => show(filters, whole) };
}

function nothingFound({ complete }: PageData): HTMLElement {
  return complete
    ? empty("Nothing found", "Every control that applies holds for every resource that was read.")
    : empty("Nothing found, but not everything was read", "Coverage names what could not be read.");
}

function selectOf(name: Dimension, entries: readonly Entry[], change: (value: string) => void): HTMLSelectElement {
  const values = [...new Set(entries.map(dimensions[name].of))].sort();
  const select = h(
    "select",
    { id: `filter-${name}`, onchange: () => change(select.value) },
    h("option", { value: "" }, "All"),
    values.map((value) => h("option", { value }, value)),
  );
  return select;
}

function pagerOf(page: number, pages: number, filters: Filters): readonly HTMLElement[] {
  const to = (target: number, label: string) =>
    target < 1 || target > pages
      ? h("span", { class: "off", "aria-hidden": "true" }, label)
      : h("a", { href: addressOf({ ...filters, page: String(target) }) }, label);
  return [to(page - 1, "Previous"), h("span", {}, `Page ${page} of ${pages}`), to(page + 1, "Next")];
}
