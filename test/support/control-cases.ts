import assert from "node:assert/strict";
import { type Answer, type ControlId, controls } from "../../controls";
import { optionsOf } from "../../controls/judge";
import type { Inventory } from "../../inventory/model";
import { program, type Row } from "./program";

interface Case {
  /** What the case shows: "a replica of an unencrypted source". */
  readonly shows: string;
  /** The program's resources, or a whole inventory; the control's subject is the one called "subject". */
  readonly given: readonly Row[] | Inventory;
  readonly answer: Answer["answer"];
  /** What the answer says: the exact `found` of a failure, or what an undecided answer waits for. */
  readonly says?: string;
  readonly options?: Readonly<Record<string, unknown>>;
}

/** Describes a control by the answers that it gives; a case whose control throws fails. */
export function describeControl(id: ControlId, cases: readonly Case[]): void {
  describe(id, () => {
    it("has a case that holds and one that fails", () => {
      assert.ok(cases.some(({ answer }) => answer === "holds"));
      assert.ok(cases.some(({ answer }) => answer === "fails"));
    });

    for (const { shows, given, answer, says, options } of cases) {
      it(`${answer}: ${shows}`, () => {
        const found = answerOf(id, given, options);
        assert.equal(found.answer, answer, JSON.stringify(found));
        if (says !== undefined) {
          assert.equal(found.answer === "fails" ? found.found : (found as { waitsFor?: string }).waitsFor, says);
        }
      });
    }
  });
}

function answerOf(id: ControlId, given: Case["given"], options: Case["options"]): Answer {
  const control = controls.find((candidate) => candidate.id === id);
  assert.ok(control, `no control has the id ${id}`);
  const inventory = "scope" in given ? given : program(given);
  const subjects = inventory[control.subject].filter(({ name }) => name === "subject");
  const [subject] = subjects;
  assert.ok(subject !== undefined && subjects.length === 1, "a case has exactly one resource called subject");
  return control.evaluate(subject, inventory, optionsOf(control, options));
}
