import type { PrefixList, Reference } from "../model";
import type { Part } from "../program/adaptor";
import type { ProgramResource } from "../program/program-resource";
import { Properties, resourceOf } from "../program/properties";
import { isUnknown, unknown, type Value } from "../value";

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
  const byList = new Map<string, Properties[]>();
  for (const entry of entries) {
    for (const name of namesOfList(entry)) {
      const own = byList.get(name) ?? [];
      own.push(entry);
      byList.set(name, own);
    }
  }
  const taken = new Set<Properties>();
  const known = lists.map((list) => {
    const own = [...new Set([list.id, ...list.identifiers].flatMap((name) => byList.get(name) ?? []))];
    for (const entry of own) {
      taken.add(entry);
    }
    return own.length === 0 ? list : { ...list, entries: [...entriesOf(list), ...own.map(cidrOf)] };
  });
  return [...known, ...outside(entries.filter((entry) => !taken.has(entry)))];
}

function entriesOf({ entries }: PrefixList): readonly Value<string>[] {
  return entries === undefined ? [] : isUnknown(entries) ? [entries] : entries;
}

/** Of a list that the program only adds to, the other entries stay unknown. */
function outside(entries: readonly Properties[]): readonly PrefixList[] {
  const byId = new Map<string, Properties[]>();
  for (const entry of entries) {
    const id = listOf(entry);
    if (typeof id === "string") {
      const own = byId.get(id) ?? [];
      own.push(entry);
      byId.set(id, own);
    }
  }
  return [...byId].map(([id, own]) => ({
    id,
    name: id,
    identifiers: [id],
    entries: [...own.map(cidrOf), unknown(`the entries of prefix list ${id} that the program does not add`)],
  }));
}

function listOf(entry: Properties): Reference {
  return entry.reference("prefixListId");
}

/** What its list may be called: by its sources, or by its id. */
function namesOfList(entry: Properties): readonly string[] {
  const list = listOf(entry);
  return isUnknown(list) ? list.sources : list === undefined ? [] : [list];
}

function cidrOf(entry: Value<Properties>): Value<string> {
  return entry === undefined || isUnknown(entry) ? entry : entry.string("cidr");
}
