import { createHash } from "node:crypto";
import * as pulumi from "@pulumi/pulumi";

/**
 * Identifier of an instance: known before the instance is, so that its log groups can be made beforehand. The parameter
 * group's random suffix keeps two deployments of one program apart.
 */
export function instanceIdentifier(name: string, parameterGroupName: pulumi.Output<string>): pulumi.Output<string> {
  return parameterGroupName.apply((group) => `${name}-${hash(group)}`);
}

/**
 * Snapshots outlive their instance, so the name of the last one must be new for each instance: the parameter group's
 * random suffix differs after a destroy, and the hash where a replacement keeps the group.
 */
export function finalSnapshotIdentifier(
  parameterGroupName: pulumi.Output<string>,
  ...replacing: pulumi.Input<string | undefined>[]
): pulumi.Output<string> {
  return pulumi
    .all([parameterGroupName, ...replacing])
    .apply(([group, ...values]) => `${group}-final-${hash(JSON.stringify(values.map((value) => value ?? null)))}`);
}

/** The name where it fits, else its start and a hash of it. */
export function shortened(name: string, length: number): string {
  return name.length <= length ? name : `${name.slice(0, length - 9)}-${hash(name)}`;
}

function hash(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 8);
}

/** Names of components by themselves: a field of theirs would become an output of theirs in other languages. */
const names = new WeakMap<pulumi.Resource, string>();

/** Keeps the name of a component for its methods, which name what they make after it. */
export function remember(component: pulumi.Resource, name: string): void {
  names.set(component, name);
}

export function nameOf(component: pulumi.Resource): string {
  return names.get(component) ?? "";
}
