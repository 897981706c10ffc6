import type { PolicyResource } from "@pulumi/policy";
import type { AnyControl } from "../controls";
import { effectiveProps, fromPulumiAws, isRead, type ProgramResource } from "../inventory/from-pulumi-aws";
import type { Inventory } from "../inventory/model";
import type { Declarations } from "./declarations";
import { plainData } from "./plain-data";
import { providerRegion } from "./provider-region";
import { Rounds } from "./rounds";

/** Reads whole stacks: what their resources declare, and what is known of those that exist. */
export class StackInventories {
  private readonly rounds = new Rounds<Inventory>();

  constructor(private readonly declarations: Declarations) {}

  /** The inventory of the stack that a control's policy is shown. */
  inventoryOf(control: AnyControl, resources: readonly PolicyResource[]): Inventory {
    return this.rounds.for("stack", control.id, () =>
      fromPulumiAws(
        resources.filter(({ type }) => isRead(type)).map((resource) => programResource(resource, this.declarations)),
      ),
    );
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
    ...providerRegion(provider),
  };
}
