/** `npm run docs`: writes the pages that are made from the catalogue. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { controls } from "../controls";
import { controlsPage } from "./controls-page";

writeFileSync(join(__dirname, "controls.md"), controlsPage(controls));
