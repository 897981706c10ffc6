import { type Kind, type Kinds, kindNames, type Lists } from "../model";
import type { ProgramResource } from "./program-resource";

/** The part of an inventory that one resource of a program makes up. */
export type Part = { readonly [K in Kind]?: readonly Kinds[K][] };

/** Reads one type of resource. */
export type Adaptor = (resource: ProgramResource) => Part;

/** Puts the parts together, kind by kind. */
export function gather(parts: readonly Part[]): Lists {
  const lists: Record<string, readonly unknown[]> = {};
  for (const kind of Object.keys(kindNames) as Kind[]) {
    lists[kind] = parts.flatMap((part): readonly unknown[] => part[kind] ?? []);
  }
  return lists as unknown as Lists;
}
