import assert from "node:assert/strict";
import { controls } from "../../controls";
import { gates } from "../../controls/control";
import { type Case, describedCases } from "../support/control-cases";
import type { Row } from "../support/program";
import { NotDeployable } from "./account/deployed";
import { agreedAnswers, differences } from "./differences";
import { answersInAccount } from "./in-account";

const byBoth = controls.filter((control) => (control.gates ?? gates).length === gates.length);

// The cases are those by which the tests of each control describe it: load test/controls beside this file.
describe("the gate and the audit agree", () => {
  for (const control of byBoth) {
    it(`on ${control.id}`, async () => {
      const known = new Map(Object.entries(differences[control.id] ?? {}));
      const agreed = new Set<string>();
      const disagreed: string[] = [];
      for (const described of programsOf(describedCases(control.id))) {
        const { shows, answer } = described;
        const found = await deployable(() => answersInAccount(control, described, described.given));
        if (found === undefined) {
          continue;
        }
        if (found === answer) {
          agreed.add(answer);
        } else if (!known.delete(shows)) {
          disagreed.push(`${shows}: the gate ${answer}, the audit ${found}`);
        }
      }
      assert.deepEqual(disagreed, [], "a bug of one of them, or a row of ./differences.ts");
      assert.deepEqual([...known.keys()], [], "rows of ./differences.ts that nothing needs any more");
      const needed = agreedAnswers[control.id] ?? ["fails", "holds"];
      assert.deepEqual(
        ["fails", "holds"].filter((answer) => agreed.has(answer)),
        needed,
        "a control needs a case that fails and one that holds, which can be deployed",
      );
    });
  }
});

/** Cases that a program describes, and that a gate decides before anything is deployed. */
function programsOf(cases: readonly Case[]): readonly (Case & { readonly given: readonly Row[] })[] {
  return cases.flatMap((described) => {
    const { given, answer } = described;
    return "scope" in given || answer === "undecided" ? [] : [{ ...described, given }];
  });
}

async function deployable<T>(ask: () => Promise<T>): Promise<T | undefined> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof NotDeployable) {
      return undefined;
    }
    throw error;
  }
}
