/** `npm run schema`: writes the schema that the provider serves. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { packageSchema } from "./package-schema";

writeFileSync(join(__dirname, "schema.json"), packageSchema());
