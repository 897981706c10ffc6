/** `npm run docs`: writes the pages that are made from the catalogue and the components, and nothing else stays in docs/controls. */
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { activityPage } from "./activity-page";
import { componentsPage } from "./components-page";
import { pages } from "./pages";

const folder = join(__dirname, "controls");
const made = pages();
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder);
for (const [path, text] of made) {
  writeFileSync(join(__dirname, path), text);
}

void (async () => {
  // One after another: what they make, they make in the one engine of this process.
  writeFileSync(join(__dirname, "components.md"), await componentsPage());
  writeFileSync(join(__dirname, "activity.md"), await activityPage());
})();
