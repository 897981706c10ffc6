import type { Tags } from "../inventory/model";
import { isUnknown } from "../inventory/value";
import { fails, holds, notApplicable, undecided } from "./answers";
import type { Answer, OptionsOf } from "./control";

export interface RequiredTags {
  readonly requiredTags: readonly string[];
}

/** The option of a control that asks for tags. */
export const requiredTagsOption: OptionsOf<RequiredTags> = {
  requiredTags: {
    schema: {
      type: "array",
      items: { type: "string" },
      description: "Keys of tags that must be there, in their case.",
    },
    default: [],
  },
};

/** Judges whether every required tag is there; its value may be any, even one that is not known yet. */
export function mustCarryTags(tags: Tags, { requiredTags }: RequiredTags): Answer {
  if (requiredTags.length === 0) {
    return notApplicable("no tags are required");
  }
  if (isUnknown(tags)) {
    return undecided(tags.waitsFor);
  }
  const missing = requiredTags.filter((key) => tags === undefined || !Object.hasOwn(tags, key));
  return missing.length === 0
    ? holds
    : fails(`it has no tag ${missing.join(", ")}`, `it must have the tags ${requiredTags.join(", ")}`);
}
