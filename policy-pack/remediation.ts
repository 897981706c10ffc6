import type { ResourceValidationArgs, ResourceValidationPolicy } from "@pulumi/policy";
import type { AnyControl } from "../controls";
import type { Remedy } from "../controls/control";
import { ask } from "../controls/judge";
import { fromProgram } from "../inventory/program";
import { configuredOptions } from "./configuration";
import { declaredResource } from "./declarations";

type Props = Record<string, unknown>;

/** The half of a policy that mends the inputs of a resource where its enforcement level is "remediate". */
export function remediationOf(control: AnyControl): Pick<ResourceValidationPolicy, "remediateResource"> {
  const { remedy } = control;
  return remedy === undefined ? {} : { remediateResource: (args) => remediate(control, remedy, args) };
}

/**
 * Writes the remedy into the properties that the runner handed over and returns these: a copy would put secret inputs
 * into the state as plain text, and any object that is returned counts as a change.
 */
function remediate(control: AnyControl, remedy: Remedy, args: ResourceValidationArgs): Props | undefined {
  const { type, props } = args;
  if (!remedy.types.includes(type)) {
    return undefined;
  }
  const options = configuredOptions(control, args.getConfig());
  const inventory = fromProgram([declaredResource(args)]);
  const fails = inventory[control.subject].some(
    (subject) => remedy.needed?.(subject) ?? ask(control, subject, inventory, options).answer === "fails",
  );
  if (!fails) {
    return undefined;
  }
  merge(props, remedy.properties(options, type));
  return props;
}

function merge(props: Props, remedy: Readonly<Record<string, unknown>>): void {
  for (const [name, value] of Object.entries(remedy)) {
    const current = name in props ? props[name] : undefined;
    if (isObject(value) && isObject(current)) {
      merge(current, value);
    } else {
      props[name] = value;
    }
  }
}

function isObject(value: unknown): value is Props {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
