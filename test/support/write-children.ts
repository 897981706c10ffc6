/** `npm run children`: adds what components make now to the list of what they have made. */
import { writeFileSync } from "node:fs";
import { childrenFile, childrenNow, knownChildren } from "./children";

void childrenNow(knownChildren()).then((children) =>
  writeFileSync(childrenFile, `${JSON.stringify(children, undefined, 2)}\n`),
);
