/** `npm run docs`: writes the pages that are made from the catalogue and the components, and nothing else stays in docs/controls. */
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { componentsPage } from "./components-page";
import { pages } from "./pages";

const folder = join(__dirname, "controls");
const made = pages();
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder);
for (const [path, text] of made) {
  writeFileSync(join(__dirname, path), text);
}

void componentsPage().then((text) => writeFileSync(join(__dirname, "components.md"), text));
