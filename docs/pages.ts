import { controls } from "../controls";
import { activityPage } from "./activity-page";
import { comparisonPage } from "./comparison-page";
import { controlPage } from "./control-page";
import { controlsIndex } from "./controls-index";
import { loadExamples } from "./examples";
import { languagesPage } from "./languages-page";

/** Every page that is made, but that of the components, by its path in docs/. */
export function pages(): ReadonlyMap<string, string> {
  const examplesOf = loadExamples();
  return new Map([
    ["controls.md", controlsIndex(controls)],
    ["languages.md", languagesPage()],
    ["activity.md", activityPage()],
    ["comparison.md", comparisonPage()],
    ...controls.map((control): [string, string] => [
      `controls/${control.id}.md`,
      controlPage(control, examplesOf(control)),
    ]),
  ]);
}
