import type * as pulumi from "@pulumi/pulumi";
import type { ControlId } from "../../../controls/ids";

/** What a component is given, and what is told about that. */
export interface ComponentCase {
  /** What is made, in a few words. */
  readonly title: string;
  /** Makes it, and what it needs beside it. */
  make(): { readonly made: pulumi.ComponentResource; readonly args: object };
  /** Controls that stay undecided, with what decides them. */
  readonly open: Partial<Record<ControlId, string>>;
  /** It is judged in every partition: what it makes names the partition in a way of its own. */
  readonly everywhere: boolean;
}

export interface ComponentColumn {
  readonly component: string;
  /** The component, or a family of one's engines. */
  readonly heading: string;
  readonly cases: readonly ComponentCase[];
}

export type Row<Args> = readonly [
  title: string,
  /** A function makes beside it what it is given. */
  args: Args | (() => Args),
  told?: Partial<Pick<ComponentCase, "open" | "everywhere">>,
];

export function column<Args extends object>(
  component: string,
  make: (args: Args) => pulumi.ComponentResource,
  rows: readonly Row<Args>[],
  heading = component,
): ComponentColumn {
  const cases = rows.map(([title, given, { open = {}, everywhere = false } = {}]) => ({
    title,
    make: () => {
      const args = typeof given === "function" ? given() : given;
      return { made: make(args), args };
    },
    open,
    everywhere,
  }));
  return { component, heading, cases };
}
