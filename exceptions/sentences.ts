import type { Fault } from "../configuration/faults";
import { listing } from "../configuration/sentences";
import type { Path } from "../configuration/source";
import { pathWords, shown } from "../configuration/words";
import { didYouMean } from "../controls/nearest";
import { allowed, type Key, keys } from "./exceptions-schema";

/**
 * What is wrong with a part of exceptions.yaml, in one sentence.
 * @param file what the file holds
 */
export function sentenceOf(
  { path, keyword, key = "", value }: Fault,
  file: unknown,
  controlIds: readonly string[],
): string {
  const [, index, part, ...rest] = path;
  if (index === undefined) {
    return aboutFile(path, keyword, key, value);
  }
  const name = nameOf(file, index as number);
  if (part === undefined) {
    return aboutEntry(name, keyword, key, value);
  }
  const place = pathWords([part, ...rest]);
  if (keyword === "minItems") {
    return `${name} has an empty list of ${part}; it must name at least one.`;
  }
  if (part === "controls" && keyword === "enum") {
    return `${name}: ${place} is ${shown(value)}, which is not a control; ${listing}.${didYouMean(String(value), controlIds)}`;
  }
  const wanted = rest.length === 0 ? allowed[part as Key] : part === "controls" ? "the id of a control" : oneResource;
  return `${name}: ${place} is ${shown(value)}; it must be ${wanted}.`;
}

const oneResource = "a URN, an ARN, an AWS id or a glob such as urn:pulumi:prod::shop::*::orders";

/** How an exception is named in sentences: by its id, else by its place in the list. */
export function nameOf(file: unknown, index: number): string {
  const id = (file as { exceptions?: ({ id?: unknown } | null)[] }).exceptions?.[index]?.id;
  return typeof id === "string" && id.trim() !== "" ? `exception ${id}` : `exceptions[${index}]`;
}

function aboutFile(path: Path, keyword: string, key: string, value: unknown): string {
  const needed = "the file holds one key, exceptions, with a list of them";
  if (keyword === "required") {
    return `exceptions is missing; ${needed}.`;
  }
  return keyword === "additionalProperties"
    ? `${shown(key)} is not a key of the file; ${needed}.${didYouMean(key, ["exceptions"])}`
    : path.length === 0 && value === null
      ? `the file is empty; ${needed}.`
      : `${path.length === 0 ? "the file" : "exceptions"} is ${shown(value)}; ${needed}.`;
}

function aboutEntry(name: string, keyword: string, key: string, value: unknown): string {
  if (keyword === "required") {
    return `${name} has no ${key}; it needs ${allowed[key as Key]}.`;
  }
  return keyword === "additionalProperties"
    ? `${name} has the unknown key ${shown(key)}; its keys are ${keys.join(", ")}.${didYouMean(key, keys)}`
    : `${name} is ${shown(value)}; it must have the keys ${keys.join(", ")}.`;
}
