import type * as pulumi from "@pulumi/pulumi";
import type { Scope } from "../../components/shared/scope";
import { controls } from "../../controls";
import type { Answer } from "../../controls/control";
import type { ControlId } from "../../controls/ids";
import { ask, optionsOf } from "../../controls/judge";
import type { Inventory } from "../../inventory/model";
import { fromProgram } from "../../inventory/program";
import { type Child, childrenOf } from "./children";
import type { ComponentCase } from "./component-cases";
import { asProgram, type Registered, run, scopes } from "./mocks";

export interface JudgedCase {
  readonly args: object;
  readonly resources: readonly Registered[];
  readonly inventory: Inventory;
  /** What every control says about every subject that it has. */
  readonly answers: readonly { readonly control: ControlId; readonly resource: string; readonly answer: Answer }[];
  /** The component and what is under it. */
  readonly children: readonly Child[];
  /** The output `notApplicableControls`, where the component has it. */
  readonly reasons: Readonly<Record<string, string>> | undefined;
}

const known = new Map<ComponentCase, Promise<JudgedCase>>();

/** Makes a case through the stand-in of the engine and judges it as the policy pack does; in "aws" once a process. */
export function judgedCase(one: ComponentCase, scope: Scope = scopes.aws): Promise<JudgedCase> {
  if (scope !== scopes.aws) {
    return judged(one, scope);
  }
  const found = known.get(one) ?? judged(one, scope);
  known.set(one, found);
  return found;
}

async function judged(one: ComponentCase, scope: Scope): Promise<JudgedCase> {
  let args: object = {};
  let component: pulumi.Resource | undefined;
  let output: pulumi.Output<Record<string, string>> | undefined;
  const registered = await run(() => {
    const made = one.make();
    ({ args } = made);
    component = made.made;
    output = (made.made as { notApplicableControls?: typeof output }).notApplicableControls;
  }, scope);
  if (registered.error !== undefined) {
    throw registered.error;
  }
  const inventory = fromProgram(asProgram(registered));
  const answers = controls.flatMap((control) =>
    inventory[control.subject].map((subject) => ({
      control: control.id,
      resource: subject.name,
      answer: ask(control, subject, inventory, optionsOf(control)),
    })),
  );
  const reasons = output === undefined ? undefined : await resolved(output);
  const children = component === undefined ? [] : await childrenOf(component);
  return { args, resources: registered.resources, inventory, answers, children, reasons };
}

function resolved<T>(output: pulumi.Output<T>): Promise<T> {
  return new Promise((resolve) => output.apply(resolve));
}
