import assert from "node:assert/strict";
import { type Answer, type ControlId, controls } from "../../controls";
import { optionsOf } from "../../controls/judge";
import type { Inventory } from "../../inventory/model";
import { program, type Row } from "./program";

export interface Case {
  /** What the case shows: "a replica of an unencrypted source". */
  readonly shows: string;
  /** The program's resources, or a whole inventory; the control's subject is the one called "subject". */
  readonly given: readonly Row[] | Inventory;
  readonly answer: Answer["answer"];
  /** What the answer says: the exact `found` of a failure, or what an undecided answer waits for. */
  readonly says?: string;
  readonly options?: Readonly<Record<string, unknown>>;
}

const described = new Map<ControlId, readonly Case[]>();

/** The cases by which a control's tests describe it, once these are loaded. */
export function describedCases(id: ControlId): readonly Case[] {
  return described.get(id) ?? [];
}

/**
 * Describes a control by the answers that it gives; a case whose control throws fails.
 * @param subjects "may hold", or "must not exist" for a control that asks for their absence
 */
export function describeControl(
  id: ControlId,
  cases: readonly Case[],
  subjects: "may hold" | "must not exist" = "may hold",
): void {
  described.set(id, cases);
  describe(id, () => {
    it(`has a case that fails${subjects === "may hold" ? " and one that holds" : ""}`, () => {
      assert.equal(
        cases.some(({ answer }) => answer === "holds"),
        subjects === "may hold",
      );
      assert.ok(cases.some(({ answer }) => answer === "fails"));
    });

    answersAsDescribed(id, cases);
  });
}

/** One test a case. */
export function answersAsDescribed(id: ControlId, cases: readonly Case[]): void {
  for (const described of cases) {
    const { shows, answer, says } = described;
    it(`${answer}: ${shows}`, () => {
      const found = answerOf(id, described);
      assert.equal(found.answer, answer, JSON.stringify(found));
      if (says !== undefined) {
        assert.equal(found.answer === "fails" ? found.found : (found as { waitsFor?: string }).waitsFor, says);
      }
    });
  }
}

/** What a control answers in a case. */
export function answerOf(id: ControlId, { given, options }: Case): Answer {
  const control = controls.find((candidate) => candidate.id === id);
  assert.ok(control, `no control has the id ${id}`);
  const inventory = "scope" in given ? given : program(given);
  // A part of a resource stands behind its name: "subject (inline policy read)".
  const subjects = inventory[control.subject].filter(({ name }) => name === "subject" || name.startsWith("subject ("));
  const [subject] = subjects;
  assert.ok(subject !== undefined && subjects.length === 1, "a case has exactly one resource called subject");
  return control.evaluate(subject, inventory, optionsOf(control, options));
}
