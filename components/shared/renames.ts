import type * as pulumi from "@pulumi/pulumi";

/** A child that a version of a component gave another name. */
export interface Rename {
  /** The component, such as "SecureInstance". */
  readonly component: string;
  /** Type of the child, such as "aws:cloudwatch/logGroup:LogGroup". */
  readonly type: string;
  /** What follows the component's name in that of the child, and what did before: "-log-group", "-logs". */
  readonly now: string;
  readonly before: string;
}

/** Every rename since the first version, so that an update keeps what it made. They stay: somebody skips versions. */
const renames: readonly Rename[] = [];

/** The options of a component, by which each of its children is found under the name that it had before. */
export function withRenames(
  component: string,
  name: string,
  opts: pulumi.ComponentResourceOptions | undefined,
  declared = renames,
): pulumi.ComponentResourceOptions | undefined {
  const own = declared.filter((rename) => rename.component === component);
  if (own.length === 0) {
    return opts;
  }
  const alias: pulumi.ResourceTransformation = ({ type, name: child, props, opts: ofChild }) => {
    const found = own.filter((rename) => rename.type === type && `${name}${rename.now}` === child);
    const aliases = [...(ofChild.aliases ?? []), ...found.map(({ before }) => ({ name: `${name}${before}` }))];
    return found.length === 0 ? undefined : { props, opts: { ...ofChild, aliases } };
  };
  return { ...opts, transformations: [...(opts?.transformations ?? []), alias] };
}
