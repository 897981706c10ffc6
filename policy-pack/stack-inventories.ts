import type { PolicyResource } from "@pulumi/policy";
import type { AnyControl } from "../controls";
import type { Inventory } from "../inventory/model";
import { effectiveProps, fromProgram, isRead, type ProgramResource } from "../inventory/program";
import type { Declarations } from "./declarations";
import { plainData } from "./plain-data";
import { providerSettings } from "./provider-settings";
import { Rounds } from "./rounds";

/** A whole stack as its policies are shown it. */
export interface Stack {
  readonly inventory: Inventory;
  /** The names of its resources by their URNs. */
  readonly names: ReadonlyMap<string, string>;
}

/** Reads whole stacks: what their resources declare, and what is known of those that exist. */
export class StackInventories {
  private readonly rounds = new Rounds<Stack>();

  constructor(private readonly declarations: Declarations) {}

  /** The stack that a control's policy is shown. */
  stackOf(control: AnyControl, resources: readonly PolicyResource[]): Stack {
    return this.rounds.for("stack", control.id, () => {
      const read = resources.filter(({ type }) => isRead(type));
      return {
        inventory: fromProgram(read.map((resource) => programResource(resource, this.declarations))),
        names: new Map(read.map(({ urn, name }) => [urn, name])),
      };
    });
  }
}

function programResource(resource: PolicyResource, declarations: Declarations): ProgramResource {
  const { urn, type, name, props, propertyDependencies, provider } = resource;
  return {
    urn,
    type,
    name,
    props: effectiveProps(declarations.propsOf(urn), plainData(props)),
    dependencies: Object.fromEntries(
      Object.entries(propertyDependencies).map(([property, sources]) => [
        property,
        sources.map((source) => source.urn),
      ]),
    ),
    ...providerSettings(provider),
  };
}
