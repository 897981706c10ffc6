import type { PageData } from "./data";
import { h } from "./elements";
import { at, entriesOf } from "./model";
import { badge, counted, empty, findingCard, resourceAddress } from "./parts";
import { acceptedList } from "./resource-view";

/** Longer lists are left to the other formats. */
const longest = 500;

/** What was read, and what was not: what the findings are worth. */
export function coverageView(data: PageData): HTMLElement {
  const unreached = data.places.filter(({ complete }) => !complete);
  return h(
    "div",
    {},
    h("h1", { tabindex: "-1" }, "Coverage"),
    h(
      "p",
      { class: "muted" },
      data.complete
        ? "Everything could be read."
        : "What could not be read is no proof of anything: controls that needed it are not decided.",
    ),
    h("h2", { class: "part" }, counted(data.places.length, "region of an account", "regions of accounts")),
    h(
      "div",
      { class: "scroll", tabindex: "0", role: "region", "aria-label": "Regions of accounts" },
      h(
        "table",
        {},
        h(
          "thead",
          {},
          h(
            "tr",
            {},
            ["Account", "Region", "Resources", "Seconds", "Read"].map((title) => h("th", { scope: "col" }, title)),
          ),
        ),
        h(
          "tbody",
          {},
          [...unreached, ...data.places.filter(({ complete }) => complete)]
            .slice(0, longest)
            .map((place) =>
              h(
                "tr",
                {},
                h("th", { scope: "row" }, place.account),
                h("td", {}, place.region),
                h("td", {}, place.resources.toLocaleString("en")),
                h("td", {}, place.seconds.toFixed(1)),
                h("td", { class: place.complete ? "" : "bad" }, place.complete ? "all" : (place.error ?? "in part")),
              ),
            ),
        ),
      ),
    ),
    data.unread.length > 0 && [
      h("h2", { class: "part" }, `${counted(data.unread.length, "call")} without an answer`),
      h(
        "ul",
        { class: "rows" },
        data.unread.slice(0, longest).map(({ place, call, outcome, message, about }) => {
          const { account, region } = at(data.places, place);
          return h(
            "li",
            {},
            h(
              "span",
              {},
              h("code", {}, call),
              ` ${outcome}${about.length === 0 ? "" : ` for ${about.slice(0, 5).join(", ")}${about.length > 5 ? ` and ${about.length - 5} more` : ""}`}`,
              h("span", { class: "under" }, `${account} · ${region} · ${message}`),
            ),
          );
        }),
      ),
    ],
    data.incomplete.length > 0 && [
      h("h2", { class: "part" }, `${counted(data.incomplete.length, "control")} not asked about every resource`),
      h(
        "ul",
        { class: "rows" },
        data.incomplete.slice(0, longest).map(({ control, place, because }) => {
          const { severity, title } = at(data.controls, control);
          const { account, region } = at(data.places, place);
          return h(
            "li",
            {},
            badge(severity),
            h("span", {}, title, h("span", { class: "under" }, `${account} · ${region} · ${because}`)),
          );
        }),
      ),
    ],
    data.undecided.length > 0 && [
      h("h2", { class: "part" }, `${data.undecided.length.toLocaleString("en")} not decided`),
      h(
        "ul",
        { class: "rows" },
        data.undecided.slice(0, longest).map(({ control, resource, waitsFor }) => {
          const { severity, title } = at(data.controls, control);
          const { key, name } = at(data.resources, resource);
          return h(
            "li",
            {},
            badge(severity),
            h(
              "span",
              {},
              h("a", { href: resourceAddress(key) }, name),
              ` ${title}`,
              h("span", { class: "under" }, `waits for ${waitsFor}`),
            ),
          );
        }),
      ),
    ],
  );
}

export function acceptedView(data: PageData): HTMLElement {
  return h(
    "div",
    {},
    h("h1", { tabindex: "-1" }, "Accepted"),
    data.accepted.length === 0
      ? empty("Nothing accepted", "No exception stands for a finding.")
      : acceptedList(data, data.accepted.slice(0, longest), false),
  );
}

export function resolvedView(data: PageData): HTMLElement {
  return h(
    "div",
    {},
    h("h1", { tabindex: "-1" }, "Resolved"),
    data.resolved.length === 0
      ? empty("Nothing resolved", "Every finding of the earlier audit is still there.")
      : h(
          "div",
          { class: "list" },
          entriesOf(data, data.resolved.slice(0, longest)).map((entry) =>
            findingCard(entry, { ofResource: false, level: "h2" }),
          ),
        ),
  );
}
