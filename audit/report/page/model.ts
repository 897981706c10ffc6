import type { PageControl, PageData, PageFinding, PagePlace, PageResource, PageSeverity } from "./data";

export const severities: readonly PageSeverity[] = ["critical", "high", "medium", "low"];

/** A finding with all that it points to. */
export interface Entry {
  readonly finding: PageFinding;
  readonly control: PageControl;
  readonly resource: PageResource;
  readonly place: PagePlace;
}

export function entriesOf(data: PageData, findings: readonly PageFinding[]): readonly Entry[] {
  return findings.map((finding) => {
    const resource = at(data.resources, finding.resource);
    return { finding, control: at(data.controls, finding.control), resource, place: at(data.places, resource.place) };
  });
}

export function at<T>(list: readonly T[], index: number): T {
  const item = list[index];
  if (item === undefined) {
    throw new Error(`the report points to entry ${index} of ${list.length}`);
  }
  return item;
}

/** What findings are told apart by, in the order of the page's filters. */
export const dimensions = {
  severity: { title: "Severity", of: ({ control }: Entry) => control.severity as string },
  account: { title: "Account", of: ({ place }: Entry) => place.account },
  region: { title: "Region", of: ({ place }: Entry) => place.region },
  control: { title: "Control", of: ({ control }: Entry) => control.id },
  kind: { title: "Kind", of: ({ resource }: Entry) => resource.kind },
  resource: { title: "Resource", of: ({ resource }: Entry) => resource.key },
  state: { title: "State", of: ({ finding }: Entry) => (finding.isNew ? "new" : "unchanged") },
} as const;

export type Dimension = keyof typeof dimensions;

export type Filters = { readonly [D in Dimension]?: string } & { readonly q?: string; readonly page?: string };

/** The filters in what follows "?" of the page's address; unknown names are left out. */
export function filtersOf(query: string): Filters {
  const known = [...Object.keys(dimensions), "q", "page"];
  return Object.fromEntries([...new URLSearchParams(query)].filter(([name, value]) => known.includes(name) && value));
}

export function addressOf(filters: Filters): string {
  const query = new URLSearchParams(Object.entries(filters).filter(([, value]) => value !== "")).toString();
  return `#/findings${query === "" ? "" : `?${query}`}`;
}

const searchable = new WeakMap<Entry, string>();

/** The entries that every filter lets through; each word of the search must be somewhere in them. */
export function filtered(entries: readonly Entry[], filters: Filters): readonly Entry[] {
  const words = (filters.q ?? "").toLowerCase().split(/\s+/).filter(Boolean);
  const wanted = (Object.keys(dimensions) as Dimension[]).filter((name) => filters[name] !== undefined);
  return entries.filter(
    (entry) =>
      wanted.every((name) => dimensions[name].of(entry) === filters[name]) &&
      (words.length === 0 || includesAll(textOf(entry), words)),
  );
}

function includesAll(text: string, words: readonly string[]): boolean {
  return words.every((word) => text.includes(word));
}

function textOf(entry: Entry): string {
  const known = searchable.get(entry);
  if (known !== undefined) {
    return known;
  }
  const { finding, control, resource, place } = entry;
  const text = [
    control.id,
    control.title,
    control.severity,
    ...control.peers,
    resource.id,
    resource.name,
    resource.kind,
    place.account,
    place.region,
    finding.found,
    resource.stack?.urn ?? "",
    resource.stack?.at ?? "",
  ]
    .join("\n")
    .toLowerCase();
  searchable.set(entry, text);
  return text;
}

/** How many there are of each value, the most of the worst first. */
export interface Group {
  readonly value: string;
  readonly entry: Entry;
  readonly counts: { readonly [S in PageSeverity]: number };
  readonly total: number;
}

export function groupsOf(entries: readonly Entry[], dimension: Dimension): readonly Group[] {
  const groups = new Map<string, { entry: Entry; counts: Record<PageSeverity, number>; total: number }>();
  for (const entry of entries) {
    const value = dimensions[dimension].of(entry);
    const group = groups.get(value) ?? { entry, counts: { critical: 0, high: 0, medium: 0, low: 0 }, total: 0 };
    group.counts[entry.control.severity] += 1;
    group.total += 1;
    groups.set(value, group);
  }
  return [...groups]
    .map(([value, group]) => ({ value, ...group }))
    .sort((a, b) => {
      const differing = severities.find((severity) => a.counts[severity] !== b.counts[severity]);
      return differing === undefined ? (a.value < b.value ? -1 : 1) : b.counts[differing] - a.counts[differing];
    });
}
