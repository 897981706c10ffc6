import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { controls } from "../../controls";
import { gates } from "../../controls/control";
import { type Case, describedCases } from "../support/control-cases";
import type { Row } from "../support/program";
import { NotDeployable } from "./account/deployed";
import { agreedAnswers, differences } from "./differences";
import { answersInAccount } from "./in-account";
import notDeployable from "./not-deployable.json";

/** How many cases of a control cannot be deployed in the described account, by the reason. */
const accountedFor: Readonly<Record<string, Readonly<Record<string, number>>>> = notDeployable;
const isWriting = process.env.WRITE_NOT_DEPLOYABLE === "true";
const howToWrite = "where a case has to be left out, WRITE_NOT_DEPLOYABLE=true npm run test:unit writes it anew";

const leftOut = new Map<string, Readonly<Record<string, number>>>();
let compared = 0;

const byBoth = controls.filter((control) => (control.gates ?? gates).length === gates.length);

// The cases are those by which the tests of each control describe it: load test/controls beside this file.
describe("the gate and the audit agree", () => {
  for (const control of byBoth) {
    it(`on ${control.id}`, async () => {
      const known = new Map(Object.entries(differences[control.id] ?? {}));
      const agreed = new Set<string>();
      const disagreed: string[] = [];
      const skipped: Record<string, number> = {};
      for (const described of programsOf(describedCases(control.id))) {
        const { shows, answer } = described;
        const found = await deployable(() => answersInAccount(control, described, described.given));
        if (found instanceof NotDeployable) {
          skipped[found.message] = (skipped[found.message] ?? 0) + 1;
          continue;
        }
        compared += 1;
        if (found === answer) {
          agreed.add(answer);
        } else if (!known.delete(shows)) {
          disagreed.push(`${shows}: the gate ${answer}, the audit ${found}`);
        }
      }
      assert.deepEqual(disagreed, [], "a bug of one of them, or a row of ./differences.ts");
      assert.deepEqual([...known.keys()], [], "rows of ./differences.ts that nothing needs any more");
      leftOut.set(control.id, skipped);
      if (!isWriting) {
        assert.deepEqual(skipped, accountedFor[control.id] ?? {}, `./not-deployable.json; ${howToWrite}`);
      }
      const needed = agreedAnswers[control.id] ?? ["fails", "holds"];
      assert.deepEqual(
        ["fails", "holds"].filter((answer) => agreed.has(answer)),
        needed,
        "a control needs a case that fails and one that holds, which can be deployed",
      );
    });
  }

  after(() => {
    if (isWriting) {
      const some = [...leftOut].filter(([, reasons]) => Object.keys(reasons).length > 0);
      writeFileSync(join(__dirname, "not-deployable.json"), `${JSON.stringify(Object.fromEntries(some), null, 2)}\n`);
    }
    const cases = [...leftOut.values()].flatMap((reasons) => Object.values(reasons)).reduce((sum, of) => sum + of, 0);
    console.log(`      ${compared} cases compared, ${cases} that cannot be deployed here`);
  });
});

/** Cases that a program describes, and that a gate decides before anything is deployed. */
function programsOf(cases: readonly Case[]): readonly (Case & { readonly given: readonly Row[] })[] {
  return cases.flatMap((described) => {
    const { given, answer } = described;
    return "scope" in given || answer === "undecided" ? [] : [{ ...described, given }];
  });
}

async function deployable<T>(ask: () => Promise<T>): Promise<T | NotDeployable> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof NotDeployable) {
      return error;
    }
    throw error;
  }
}
