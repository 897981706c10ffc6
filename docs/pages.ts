import { controls } from "../controls";
import { comparisonPage } from "./comparison-page";
import { controlPage } from "./control-page";
import { controlsIndex } from "./controls-index";
import { loadExamples } from "./examples";
import { languagesPage } from "./languages-page";

/** Every page that is made, but those of what components make, by its path in docs/. */
export function pages(): ReadonlyMap<string, string> {
  const examplesOf = loadExamples();
  return new Map([
    ["controls.md", controlsIndex(controls)],
    ["languages.md", languagesPage()],
    ["comparison.md", comparisonPage()],
    ...controls.map((control): [string, string] => [
      `controls/${control.id}.md`,
      controlPage(control, examplesOf(control)),
    ]),
  ]);
}
