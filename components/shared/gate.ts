import type * as pulumi from "@pulumi/pulumi";

/**
 * The options of a component, by which nothing within it is made before all that is checked was found right: a check that
 * waits for the provider would else come after the first resources.
 * @param gate what is checked, asked for when the component itself is there
 */
export function behindGate(
  type: string,
  opts: pulumi.ComponentResourceOptions | undefined,
  gate: () => pulumi.Output<unknown>,
): pulumi.ComponentResourceOptions {
  const wait: pulumi.ResourceTransformation = ({ type: of, props, opts: own }) => {
    if (of === type) {
      return undefined;
    }
    const nothing = gate().apply(() => []) as unknown as pulumi.Output<pulumi.Resource>;
    const before = [own.dependsOn ?? []].flat() as pulumi.Input<pulumi.Resource>[];
    return { props, opts: { ...own, dependsOn: [nothing, ...before] } };
  };
  return { ...opts, transformations: [...(opts?.transformations ?? []), wait] };
}
