import type { Inventory, Resource } from "../inventory/model";
import { notApplicable } from "./answers";
import type { Answer, AnyControl, Concern, Finding, Undecided } from "./control";

export interface Judgement {
  readonly findings: readonly Finding[];
  readonly undecided: readonly Undecided[];
  /** How many answers were "holds". */
  readonly held: number;
  /** How many answers were "not-applicable". */
  readonly notApplicable: number;
}

/** The defaults of a control's options, overlaid by what the user configured. */
export function optionsOf(control: AnyControl, configured: Readonly<Record<string, unknown>> = {}): object {
  return Object.fromEntries(
    Object.entries(control.options).map(([name, option]) => [name, configured[name] ?? option.default]),
  );
}

/** Asks a control about a subject; one that is off unless configured has nothing to say about any. */
export function ask(control: AnyControl, subject: Resource, inventory: Inventory, options: object): Answer {
  return (options as { readonly enabled?: boolean }).enabled === false
    ? notApplicable("the control is off unless its option `enabled` is true")
    : control.evaluate(subject, inventory, options);
}

/** Asks every control about every subject that it has in the inventory, unless told to leave some out. */
export function judge(
  controls: readonly AnyControl[],
  inventory: Inventory,
  configuration: { readonly [control: string]: Readonly<Record<string, unknown>> } = {},
  isAsked: (subject: Resource) => boolean = () => true,
): Judgement {
  const findings: Finding[] = [];
  const undecided: Undecided[] = [];
  let held = 0;
  let inapplicable = 0;
  for (const control of controls) {
    const options = optionsOf(control, configuration[control.id]);
    for (const subject of inventory[control.subject]) {
      if (!isAsked(subject)) {
        continue;
      }
      const answer = ask(control, subject, inventory, options);
      if (answer.answer === "fails") {
        findings.push(findingOf(control, subject, answer));
      } else if (answer.answer === "undecided") {
        undecided.push({ ...about(control, subject), waitsFor: answer.waitsFor });
      } else if (answer.answer === "holds") {
        held += 1;
      } else {
        inapplicable += 1;
      }
    }
  }
  return { findings, undecided, held, notApplicable: inapplicable };
}

export function findingOf(
  control: AnyControl,
  subject: Resource,
  answer: Extract<Answer, { answer: "fails" }>,
): Finding {
  return {
    ...about(control, subject),
    found: answer.found,
    needed: answer.needed,
    remediation: control.remediation,
  };
}

function about(control: AnyControl, subject: Resource): Concern {
  return {
    control: control.id,
    severity: control.severity,
    kind: control.subject,
    resource: subject.id,
    resourceName: subject.name,
    ...(subject.region === undefined ? {} : { region: subject.region }),
  };
}
