import { controls } from "../controls";
import { controlPage } from "./control-page";
import { controlsIndex } from "./controls-index";
import { loadExamples } from "./examples";
import { languagesPage } from "./languages-page";

/** Every page that is made from the catalogue and from programs, by its path in docs/. */
export function pages(): ReadonlyMap<string, string> {
  const examplesOf = loadExamples();
  return new Map([
    ["controls.md", controlsIndex(controls)],
    ["languages.md", languagesPage()],
    ...controls.map((control): [string, string] => [
      `controls/${control.id}.md`,
      controlPage(control, examplesOf(control)),
    ]),
  ]);
}
