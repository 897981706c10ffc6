import type { ScopeResult } from "../audit/report/report";
import type { Judging } from "../audit/scope";
import { kindsWithTags } from "../inventory/from-account/tags";
import { kindNames, type Resource, type TaggedResource } from "../inventory/model";
import { isUnknown } from "../inventory/value";
import type { SelectionOptions, Tag } from "./audit-selection";

/** Which resources an audit asks about, and what of the choice no resource met. */
export interface ResourceChoice {
  readonly isAsked: NonNullable<Judging["isAsked"]>;
  /**
   * One sentence about each option that no resource met, after the audit.
   * @param done what an earlier audit found, of which nobody knows any more what met which option
   */
  missed(done: readonly ScopeResult[]): readonly string[];
}

/** The choice of --resource and --tag; undefined where there is none. */
export function resourceChoice(
  { resource, tag }: SelectionOptions,
  matcher: (pattern: string) => (text: string) => boolean,
): ResourceChoice | undefined {
  if (resource === undefined && tag === undefined) {
    return undefined;
  }
  const patterns = resource?.map((pattern) => ({ pattern, matches: matcher(pattern) }));
  const met = new Set<string>();
  let isTagged = false;
  return {
    isAsked: (subject) => {
      const names = [subject.id, subject.name, ...subject.identifiers];
      const own = patterns?.filter(({ matches }) => names.some(matches));
      for (const { pattern } of own ?? []) {
        met.add(pattern);
      }
      if (own?.length === 0) {
        return false;
      }
      const has = tag === undefined ? "all" : tagsMet(subject, tag);
      isTagged ||= has === "all";
      return has !== "none";
    },
    missed: (done) => {
      if (done.some(wasAsked)) {
        return [];
      }
      const unmet = (patterns ?? []).filter(({ pattern }) => !met.has(pattern));
      if (unmet.length > 0) {
        return unmet.map(
          ({ pattern }) =>
            `nothing was asked about --resource ${pattern}: no resource that was read, and that a control of this audit is about, has this ARN, id or name; check it and the region.`,
        );
      }
      return isTagged || tag === undefined
        ? []
        : [
            `no resource that was read is known to have --tag ${tag.map(({ key, value }) => `${key}=${value}`).join(" and ")}; tags are read of each ${kindsWithTags.map((kind) => kindNames[kind]).join(", ")}.`,
          ];
    },
  };
}

function wasAsked({ scope: { counts }, accepted }: ScopeResult): boolean {
  const { held, notApplicable, undecided, findings } = counts;
  const found = Object.values(findings).reduce((sum, amount) => sum + amount, 0);
  return held + notApplicable + undecided + found + accepted.length > 0;
}

/** Whether a resource has the tags: tags that could not be read may be the ones. */
function tagsMet(resource: Resource, wanted: readonly Tag[]): "all" | "none" | "unknown" {
  // Those of a backup selection are what it selects by, and a list.
  const { tags } = resource as TaggedResource;
  if (tags === undefined || Array.isArray(tags)) {
    return "none";
  }
  if (isUnknown(tags)) {
    return "unknown";
  }
  const answers = wanted.map(({ key, value }) => {
    const found = tags[key];
    return isUnknown(found) ? "unknown" : found === value ? "all" : "none";
  });
  return answers.find((answer) => answer === "none") ?? answers.find((answer) => answer === "unknown") ?? "all";
}
