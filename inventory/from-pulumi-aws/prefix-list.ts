import type { PrefixList, Reference } from "../model";
import { isUnknown, unknown, type Value } from "../value";
import type { Part } from "./adaptor";
import type { ProgramResource } from "./program-resource";
import { Properties, resourceOf } from "./properties";

const entryType = "aws:ec2/managedPrefixListEntry:ManagedPrefixListEntry";

/** aws.ec2.ManagedPrefixList with its inline entries. */
export function prefixList(resource: ProgramResource): Part {
  const entries = Properties.of(resource).objects("entries") ?? [];
  return {
    prefixLists: [
      {
        ...resourceOf(resource, ["arn", "id"]),
        entries: isUnknown(entries) ? entries : entries.map(cidrOf),
      },
    ],
  };
}

/** Adds each aws.ec2.ManagedPrefixListEntry to its list, or to a list outside the program that it adds to. */
export function withSeparateEntries(
  lists: readonly PrefixList[],
  resources: readonly ProgramResource[],
): readonly PrefixList[] {
  const entries = resources.filter(({ type }) => type === entryType).map((resource) => Properties.of(resource));
  const known = lists.map((list) => {
    const own = entries.filter((entry) => belongsTo(entry, list)).map(cidrOf);
    return own.length === 0
      ? list
      : {
          ...list,
          entries: [
            ...(list.entries === undefined ? [] : isUnknown(list.entries) ? [list.entries] : list.entries),
            ...own,
          ],
        };
  });
  return [...known, ...outside(entries.filter((entry) => !lists.some((list) => belongsTo(entry, list))))];
}

/** Of a list that the program only adds to, the other entries stay unknown. */
function outside(entries: readonly Properties[]): readonly PrefixList[] {
  const ids = new Set(entries.map(listOf).filter((id) => typeof id === "string"));
  return [...ids].map((id) => ({
    id,
    name: id,
    identifiers: [id],
    entries: [
      ...entries.filter((entry) => listOf(entry) === id).map(cidrOf),
      unknown(`the entries of prefix list ${id} that the program does not add`),
    ],
  }));
}

function listOf(entry: Properties): Reference {
  return entry.reference("prefixListId");
}

function belongsTo(entry: Properties, list: PrefixList): boolean {
  const reference = listOf(entry);
  return isUnknown(reference)
    ? reference.sources.includes(list.id)
    : reference !== undefined && list.identifiers.includes(reference);
}

function cidrOf(entry: Value<Properties>): Value<string> {
  return entry === undefined || isUnknown(entry) ? entry : entry.string("cidr");
}
