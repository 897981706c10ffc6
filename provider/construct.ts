import * as pulumi from "@pulumi/pulumi";
import type { ConstructResult } from "@pulumi/pulumi/provider";
import * as components from "../components";
import { ArgumentError } from "../components/shared/arguments";
import schema from "./schema.json";

type Component = new (name: string, args: pulumi.Inputs, options: pulumi.ComponentResourceOptions) => pulumi.Resource;

const classes: Readonly<Record<string, unknown>> = components;
const described: Readonly<Record<string, { readonly properties: object }>> = schema.resources;

/** Makes the component of a type and returns the outputs that the schema names. */
export async function construct(
  name: string,
  type: string,
  inputs: pulumi.Inputs,
  options: pulumi.ComponentResourceOptions,
): Promise<ConstructResult> {
  const properties = described[type]?.properties;
  if (properties === undefined) {
    throw new Error(`There is no component ${type}; there are ${Object.keys(described).join(", ")}.`);
  }
  const Constructed = classes[type.split(":").at(-1) ?? ""] as Component;
  try {
    const component = new Constructed(name, inputs, options);
    const outputs = component as unknown as pulumi.Inputs;
    return {
      urn: component.urn,
      state: Object.fromEntries(Object.keys(properties).map((key) => [key, outputs[key]])),
    };
  } catch (error) {
    throw asPropertyError(error);
  }
}

function asPropertyError(error: unknown): unknown {
  return error instanceof ArgumentError
    ? new pulumi.InputPropertyError({ propertyPath: error.argument, reason: error.reason })
    : error;
}
