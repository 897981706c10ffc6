import type { PageData, PageFramework, PageRequirement } from "./data";
import { h } from "./elements";
import { addressOf, at } from "./model";
import { counted, empty } from "./parts";

const statuses: readonly PageRequirement["status"][] = ["not met", "not decided", "met"];

/** The score of each framework, and what each of its requirements comes to. */
export function frameworksView(data: PageData): HTMLElement {
  const scored = data.frameworks.filter(({ requirements }) => requirements.length > 0);
  return h(
    "div",
    {},
    h("h1", { tabindex: "-1" }, "Frameworks"),
    h(
      "p",
      { class: "muted" },
      "The score is the share of requirements that are met, of those which the controls of this audit speak for and of " +
        "which the accounts have a resource. It is no certificate: frameworks ask for more than settings. " +
        "A requirement with an accepted finding is not met.",
    ),
    scored.length === 0
      ? empty("No score", "Nothing was asked that a framework's requirement is about, or of some resources alone.")
      : scored.map((framework) => frameworkOf(data, framework)),
  );
}

function frameworkOf(data: PageData, framework: PageFramework): HTMLElement {
  const { name, version, score = 0, requirements } = framework;
  const of = (status: PageRequirement["status"]) => requirements.filter((requirement) => requirement.status === status);
  return h(
    "section",
    { class: "framework" },
    h(
      "div",
      { class: "framework-head" },
      h("h2", {}, name, " ", h("span", { class: "muted" }, version)),
      h("p", { class: "score" }, `${score} %`),
    ),
    h(
      "div",
      { class: "bar", "aria-hidden": "true" },
      statuses.toReversed().map((status) => slice(status, of(status), requirements)),
    ),
    h(
      "p",
      { class: "muted" },
      `${counted(of("met").length, "requirement")} met, ${of("not met").length} not met, ${of("not decided").length} not decided`,
    ),
    h(
      "details",
      {},
      h("summary", {}, `Requirements of ${name}`),
      h(
        "ul",
        { class: "requirements" },
        statuses.flatMap(of).map((requirement) => requirementOf(data, requirement)),
      ),
    ),
  );
}

function slice(
  status: PageRequirement["status"],
  some: readonly PageRequirement[],
  all: readonly PageRequirement[],
): HTMLElement {
  const element = h("span", { class: status.replace(" ", "-") });
  element.style.width = `${(100 * some.length) / all.length}%`;
  return element;
}

function requirementOf(data: PageData, { id, status, controls }: PageRequirement): HTMLElement {
  return h(
    "li",
    {},
    h("span", { class: `mark ${status.replace(" ", "-")}` }, status),
    h("span", { class: "requirement-id" }, id),
    h(
      "span",
      { class: "requirement-controls" },
      controls.map((index, position) => {
        const control = at(data.controls, index).id;
        return [
          position > 0 && ", ",
          status === "not met" ? h("a", { href: addressOf({ control }) }, control) : control,
        ];
      }),
    ),
  );
}
