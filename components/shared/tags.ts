import * as pulumi from "@pulumi/pulumi";

/** Tags with the Name that the AWS console shows; a Name of the user's own wins. */
export function named(
  name: string,
  tags: pulumi.Input<Record<string, pulumi.Input<string>>> = {},
): pulumi.Input<Record<string, pulumi.Input<string>>> {
  return pulumi.Output.isInstance(tags) || tags instanceof Promise
    ? pulumi.output(tags).apply((known) => ({ Name: name, ...known }))
    : { Name: name, ...tags };
}
