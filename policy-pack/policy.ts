import type {
  ReportViolation,
  ResourceValidationArgs,
  ResourceValidationPolicy,
  StackValidationArgs,
  StackValidationPolicy,
} from "@pulumi/policy";
import type { Answer, AnyControl } from "../controls";
import { ask } from "../controls/judge";
import type { Inventory, Resource } from "../inventory/model";
import { isRead, urnOfId } from "../inventory/program";
import { configSchemaOf, configuredOptions } from "./configuration";
import type { Declarations } from "./declarations";
import { errorMessage, failureMessage, undecidedMessage } from "./messages";
import { metadataOf } from "./metadata";
import { remediationOf } from "./remediation";
import type { StackInventories } from "./stack-inventories";

/** A policy of one half or two: one is shown each resource before it is made, the other the whole stack. */
export type ControlPolicy = ResourceValidationPolicy & Partial<Pick<StackValidationPolicy, "validateStack">>;

/**
 * The policy of a control.
 * The resource half decides what the resource's own inputs decide; the stack half decides, by the relations and
 * dependencies in the whole stack, what is left. The last half that a control has reports what stays undecided.
 */
export function policyOf(control: AnyControl, declarations: Declarations, stacks: StackInventories): ControlPolicy {
  return {
    name: control.id,
    description: control.why,
    enforcementLevel: "mandatory",
    ...metadataOf(control),
    configSchema: configSchemaOf(control),
    validateResource:
      control.looksAt === "inventory"
        ? rememberResource(control, declarations)
        : (args, report) => validateResource(control, declarations, args, report),
    ...(control.looksAt === "resource"
      ? {}
      : { validateStack: (args, report) => validateStack(control, declarations, stacks, args, report) }),
    ...remediationOf(control),
  };
}

function validateResource(
  control: AnyControl,
  declarations: Declarations,
  args: ResourceValidationArgs,
  report: ReportViolation,
): void {
  if (!isRead(args.type)) {
    return;
  }
  const inventory = declarations.inventoryOf(control, args);
  declarations.judged = true;
  if (inventory[control.subject].length === 0) {
    return;
  }
  const options = configuredOptions(control, args.getConfig());
  for (const subject of inventory[control.subject]) {
    const answer = evaluate(control, subject, inventory, options);
    if (answer.answer === "fails") {
      violate(report, { message: failureMessage(control, subject, args.name, answer) });
    }
    if (answer.answer !== "undecided") {
      declarations.setDecided(args.urn, control, subject);
    } else if (control.looksAt === "resource") {
      violate(report, {
        message: undecidedMessage(control, subject, args.name, answer),
        enforcementLevel: "advisory",
      });
    }
  }
}

/**
 * The half of a control that judges the whole stack alone: it remembers what the program declares, where every policy
 * that judges resources is disabled. Where one is not, it names a type that no resource has, by which the runner spares
 * itself to read each resource once more for it.
 */
function rememberResource(control: AnyControl, declarations: Declarations): (args: ResourceValidationArgs) => void {
  const remember = (args: ResourceValidationArgs): void => {
    if (isRead(args.type)) {
      declarations.inventoryOf(control, args);
    }
  };
  return Object.defineProperty(remember, "__pulumiType", {
    get: () => (declarations.judged ? "(none: the whole stack is judged)" : undefined),
  });
}

function validateStack(
  control: AnyControl,
  declarations: Declarations,
  stacks: StackInventories,
  args: StackValidationArgs,
  report: ReportViolation,
): void {
  const options = configuredOptions(control, args.getConfig());
  const { inventory, names } = stacks.stackOf(control, args.resources);
  for (const subject of inventory[control.subject]) {
    const urn = urnOfId(subject.id, names);
    const name = names.get(urn) ?? urn;
    if (declarations.isDecided(urn, control, subject)) {
      continue;
    }
    const answer = evaluate(control, subject, inventory, options);
    if (answer.answer === "fails") {
      violate(report, { urn, message: failureMessage(control, subject, name, answer) });
    } else if (answer.answer === "undecided") {
      const message = undecidedMessage(control, subject, name, answer);
      violate(report, { urn, message, enforcementLevel: "advisory" });
    }
  }
}

function evaluate(control: AnyControl, subject: Resource, inventory: Inventory, options: object): Answer {
  try {
    return ask(control, subject, inventory, options);
  } catch (error) {
    throw new Error(errorMessage(control, subject, error));
  }
}

interface Violation {
  readonly message: string;
  readonly urn?: string;
  readonly enforcementLevel?: "advisory";
}

/** The runner takes an object in place of the message (server.js of @pulumi/policy), which its types leave out. */
function violate(report: ReportViolation, violation: Violation): void {
  (report as unknown as (violation: Violation) => void)(violation);
}
