import { breakdownView } from "./breakdown-view";
import type { PageData } from "./data";
import { h } from "./elements";
import { findingsView } from "./findings-view";
import { frameworksView } from "./frameworks-view";
import { entriesOf, filtersOf } from "./model";
import { acceptedView, coverageView, resolvedView } from "./other-views";
import { counted, moment } from "./parts";
import { resourceView } from "./resource-view";

const data = JSON.parse(document.getElementById("data")?.textContent ?? "") as PageData;
const entries = entriesOf(data, data.findings);
const findings = findingsView(data, entries);
const main = h("main", { id: "main", tabindex: "-1" });

const tabs: readonly { readonly name: string; readonly title: string; readonly amount?: number }[] = [
  { name: "findings", title: "Findings", amount: data.findings.length },
  { name: "breakdown", title: "Breakdown" },
  { name: "frameworks", title: "Frameworks" },
  { name: "coverage", title: "Coverage", amount: data.unread.length + data.undecided.length },
  ...(data.accepted.length === 0 ? [] : [{ name: "accepted", title: "Accepted", amount: data.accepted.length }]),
  ...(data.compared ? [{ name: "resolved", title: "Resolved", amount: data.resolved.length }] : []),
];
const links = tabs.map(({ name, title, amount = 0 }) => ({
  name,
  title,
  link: h(
    "a",
    { href: `#/${name}` },
    title,
    amount > 0 && h("span", { class: "tab-amount" }, amount.toLocaleString("en")),
  ),
}));

function header(): HTMLElement {
  const accounts = new Set(data.places.map(({ account }) => account)).size;
  const regions = new Set(data.places.map(({ region }) => region)).size;
  const unread = data.places.filter(({ complete }) => !complete).length;
  return h(
    "header",
    {},
    h("p", { class: "title" }, "Database audit"),
    h(
      "p",
      { class: "muted" },
      [
        counted(accounts, "account"),
        counted(regions, "region"),
        counted(
          data.places.reduce((sum, { resources }) => sum + resources, 0),
          "resource",
        ),
        moment(data.startedAt),
      ].join(" · "),
    ),
    !data.complete &&
      h(
        "p",
        { class: "warning" },
        h("strong", {}, data.interrupted ? "Interrupted. " : "Incomplete. "),
        `${counted(unread, "region of an account was", "regions of accounts were")} not read as a whole. `,
        h("a", { href: "#/coverage" }, "What is missing"),
      ),
    h(
      "nav",
      { class: "tabs", "aria-label": "Report" },
      links.map(({ link }) => link),
    ),
  );
}

function show(): void {
  const [path = "", query = ""] = location.hash.replace(/^#\/?/, "").split("?");
  const [view = "", ...rest] = path.split("/");
  const known = links.find(({ name }) => name === view);
  const isResource = view === "resource" && rest.length > 0;
  const current = isResource ? undefined : (known?.name ?? "findings");
  for (const { name, link } of links) {
    if (name === current) {
      link.setAttribute("aria-current", "page");
    } else {
      link.removeAttribute("aria-current");
    }
  }
  const subject = isResource ? decoded(rest.join("/")) : undefined;
  document.title = `${subject ?? known?.title ?? "Findings"} – Database audit`;
  if (subject !== undefined) {
    main.replaceChildren(resourceView(data, entries, subject));
  } else if (current === "findings") {
    findings.show(filtersOf(query));
    if (findings.element.parentElement !== main) {
      main.replaceChildren(findings.element);
    }
  } else if (current !== undefined) {
    main.replaceChildren(others[current]?.(rest[0]) ?? "");
  }
}

const others: Readonly<Record<string, (rest: string | undefined) => HTMLElement>> = {
  breakdown: (by) => breakdownView(entries, by),
  frameworks: () => frameworksView(data),
  coverage: () => coverageView(data),
  accepted: () => acceptedView(data),
  resolved: () => resolvedView(data),
};

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function skip(event: Event): void {
  event.preventDefault();
  main.focus();
}

let shown = location.hash.split("?")[0];

window.addEventListener("hashchange", () => {
  const before = shown;
  shown = location.hash.split("?")[0];
  show();
  // Another view starts at its top, for eyes and screen readers alike; a filter leaves the reader where it was.
  if (before !== shown) {
    window.scrollTo(0, 0);
    main.querySelector("h1")?.focus({ preventScroll: true });
  } else if (/[?&]page=/.test(location.hash)) {
    main.scrollIntoView();
  }
});
let closed: readonly HTMLDetailsElement[] = [];

// On paper nothing can be opened, and no page be turned.
window.addEventListener("beforeprint", () => {
  findings.print(true);
  closed = [...main.querySelectorAll("details")].filter(({ open }) => !open);
  for (const details of closed) {
    details.open = true;
  }
});
window.addEventListener("afterprint", () => {
  for (const details of closed) {
    details.open = false;
  }
  findings.print(false);
});

show();
document.body.append(
  h("a", { class: "skip", href: "#main", onclick: skip }, "Skip to content"),
  h("div", { class: "wrap" }, header(), main),
);
