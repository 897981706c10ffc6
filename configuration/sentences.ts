import type { AnyControl } from "../controls";
import { didYouMean } from "../controls/nearest";
import { versionTwoKeys } from "./configuration-schema";
import type { Fault } from "./faults";
import { enforcementLevels } from "./levels";
import type { Path } from "./source";
import { pathWords, shown, wanted } from "./words";

const levels = enforcementLevels.join(", ");

/** Where to look up what exists. */
export const listing = "`npx aws-secure-database controls` lists them";

/** What is wrong with a part of a configuration file, in one sentence. */
export function sentenceOf(fault: Fault, version: 1 | 2, controls: readonly AnyControl[]): string {
  const { path, keyword, key = "", value, schema } = fault;
  const place = pathWords(path);
  const policy = policyOf(path, version);
  if (path.length === 0 && keyword === "type") {
    return `the file holds ${shown(value)}; it must hold a JSON object.`;
  }
  if (keyword === "additionalProperties") {
    return unknownKey(fault, version, controls);
  }
  if (keyword === "required") {
    return `${place} has no ${key}; an exception needs a reason and a match, and each match policies and targets.`;
  }
  if (keyword === "propertyNames") {
    return `${place} has the id ${shown(key)}; an id consists of letters, digits, "-", "." and "_".`;
  }
  if (policy !== undefined && typeof value === "string") {
    return `${place} is ${shown(value)}; an enforcement level is one of ${levels}.${didYouMean(value, enforcementLevels)}`;
  }
  if (policy !== undefined) {
    return `${place} is ${shown(value)}; it must be an enforcement level (${levels}) or an object with one and options.`;
  }
  if (keyword === "enum" && path.at(-2) === "policies" && path[0] === "exceptions") {
    return `${place} is ${shown(value)}, which is not a control; ${listing}.${suggestion(value, controls)}`;
  }
  if (keyword === "minItems") {
    return `${place} is an empty list; it must have at least one entry.`;
  }
  return `${place} is ${shown(value)}; it must be ${wanted(schema)}.`;
}

/** The policy that a path is the configuration of. */
function policyOf(path: Path, version: 1 | 2): string | undefined {
  const [first, second] = path;
  const policy = version === 1 ? first : first === "policies" ? second : undefined;
  const isWhole = path.length === version && policy !== "environments";
  return isWhole && typeof policy === "string" ? policy : undefined;
}

function unknownKey({ path, key = "", value }: Fault, version: 1 | 2, controls: readonly AnyControl[]): string {
  const place = pathWords([...path, key]);
  const policy = policyOf(path, version);
  if (policy === "all") {
    return `${place} would be ignored by Pulumi; "all" takes enforcementLevel alone, and options belong to one control.`;
  }
  if (policy !== undefined) {
    const options = Object.keys(controls.find(({ id }) => id === policy)?.options ?? {});
    const has = options.length === 0 ? "it has none" : `its options are ${options.join(", ")}`;
    return `${place} is not an option of the control; ${has}, beside enforcementLevel.${didYouMean(key, ["enforcementLevel", ...options])}`;
  }
  if (version === 2 && path.length === 0) {
    return `${place} is not a key of a version 2 file; its keys are ${versionTwoKeys.join(", ")}.${didYouMean(key, versionTwoKeys)}`;
  }
  if (version === 1 && (versionTwoKeys as readonly string[]).includes(key)) {
    const found = (value as Record<string, unknown>).version;
    return found === undefined
      ? `${place} belongs to version 2 of the file; add "version": 2.`
      : `${place} belongs to version 2 of the file, but version is ${shown(found)}; it must be the number 2.`;
  }
  return `${place} is not a control, and Pulumi would ignore it silently; ${listing}.${suggestion(key, controls)}`;
}

function suggestion(word: unknown, controls: readonly AnyControl[]): string {
  return didYouMean(
    String(word),
    controls.map(({ id }) => id),
  );
}
