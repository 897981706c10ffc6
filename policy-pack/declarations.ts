import type { ResourceValidationArgs } from "@pulumi/policy";
import type { AnyControl } from "../controls";
import type { Inventory, Resource } from "../inventory/model";
import { fromProgram, type ProgramResource } from "../inventory/program";
import { plainData } from "./plain-data";
import { providerSettings } from "./provider-settings";
import { Rounds } from "./rounds";

/** A resource as the program declares it. */
interface Declaration {
  readonly resource: ProgramResource;
  /** The resource alone. */
  readonly inventory: Inventory;
  /** What the resource policies could decide from it alone. */
  readonly decided: Set<string>;
}

/**
 * What the resource policies saw and decided, for the stack policies that run after them in the same process:
 * a stack policy sees outputs, among which what nobody set looks like what is not known yet.
 */
export class Declarations {
  private readonly rounds = new Rounds<Declaration>();

  /** Whether a policy that judges resources is enabled: it was shown one. Every other resource is shown to it as well. */
  judged = false;

  /** The inventory of one resource by itself. */
  inventoryOf(control: AnyControl, args: ResourceValidationArgs): Inventory {
    return this.rounds.for(args.urn, control.id, () => declarationOf(args)).inventory;
  }

  /** The declared properties of a resource, undefined where no resource policy was shown it. */
  propsOf(urn: string): Readonly<Record<string, unknown>> | undefined {
    return this.rounds.last(urn)?.resource.props;
  }

  setDecided(urn: string, control: AnyControl, subject: Resource): void {
    this.rounds.last(urn)?.decided.add(key(control, subject));
  }

  isDecided(urn: string, control: AnyControl, subject: Resource): boolean {
    return this.rounds.last(urn)?.decided.has(key(control, subject)) ?? false;
  }
}

/** A resource as the runner shows it to a policy of resources, which knows no dependencies. */
export function declaredResource({ urn, type, name, props, provider }: ResourceValidationArgs): ProgramResource {
  return { urn, type, name, props: plainData(props), dependencies: {}, ...providerSettings(provider) };
}

function declarationOf(args: ResourceValidationArgs): Declaration {
  const resource = declaredResource(args);
  return { resource, inventory: fromProgram([resource]), decided: new Set() };
}

function key(control: AnyControl, subject: Resource): string {
  return `${control.id} ${subject.id}`;
}
