import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as pulumi from "@pulumi/pulumi";
import { componentColumns } from "./component-cases";
import { judgedCase } from "./judged-cases";

/** A resource of a component: what Pulumi knows it by, and has known it by. */
export interface Child {
  /** The types from the component to it, and its name, as its URN ends: "a:b:Component$aws:rds/instance:Instance::orders". */
  readonly is: string;
  readonly was: readonly string[];
}

/** By column, the children that its cases make or have made, and which do: "all", "only a; b" or "all but a; b". */
export type Children = Readonly<Record<string, Readonly<Record<string, string>>>>;

export const childrenFile = join(__dirname, "../components/children.json");

export function knownChildren(): Children {
  return JSON.parse(readFileSync(childrenFile, "utf8"));
}

/** Fields of every resource that the package's types leave out. */
interface Inside {
  readonly __childResources?: ReadonlySet<pulumi.Resource>;
  readonly __aliases: readonly pulumi.Input<string>[];
}

/** The component and all that is under it. */
export async function childrenOf(resource: pulumi.Resource): Promise<Child[]> {
  const { __childResources: below = [], __aliases: aliases } = resource as pulumi.Resource & Inside;
  const is = tail(await settled(resource.urn));
  const was = await Promise.all(aliases.map(async (alias) => tail(await settled(alias))));
  const under = await Promise.all([...below].map(childrenOf));
  return [{ is, was }, ...under.flat()];
}

/** What is known of a case and neither made by it nor found by an alias: Pulumi would delete it. */
export function lost(known: readonly string[], made: readonly Child[]): string[] {
  const found = new Set(made.flatMap(({ is, was }) => [is, ...was]));
  return known.filter((child) => !found.has(child));
}

/** Whether a case makes a child, by what the list says of that. */
export function isMadeBy(made: string, title: string): boolean {
  const [, word, titles = ""] = /^(only|all but|all)(?: (.*))?$/.exec(made) ?? [];
  return word === "all" || titles.split("; ").includes(title) === (word === "only");
}

/** What the cases make now, beside what is known: nothing leaves by itself but what a case that is gone made. */
export async function childrenNow(known: Children): Promise<Children> {
  const now: Record<string, Record<string, string>> = {};
  for (const { heading, cases } of componentColumns) {
    const all = cases.map(({ title }) => title);
    const before = Object.entries(known[heading] ?? {});
    const titles = new Map(before.map(([child, made]) => [child, new Set(all.filter((one) => isMadeBy(made, one)))]));
    for (const one of cases) {
      for (const { is } of (await judgedCase(one)).children) {
        titles.set(is, (titles.get(is) ?? new Set()).add(one.title));
      }
    }
    now[heading] = Object.fromEntries(
      [...titles]
        .filter(([, of]) => of.size > 0)
        .sort(([one], [other]) => (one < other ? -1 : 1))
        .map(([child, of]) => [child, said(all, of)]),
    );
  }
  return now;
}

function said(all: readonly string[], of: ReadonlySet<string>): string {
  if (of.size === all.length) {
    return "all";
  }
  return of.size * 2 > all.length
    ? `all but ${all.filter((title) => !of.has(title)).join("; ")}`
    : `only ${all.filter((title) => of.has(title)).join("; ")}`;
}

function tail(urn: string): string {
  return urn.split("::").slice(2).join("::");
}

function settled(value: pulumi.Input<string>): Promise<string> {
  return new Promise((resolve) => pulumi.output(value).apply(resolve));
}
