import { InvalidArgumentError, Option } from "commander";
import { didYouMean } from "../controls/nearest";

/** An option that takes one of a few words, and guesses at what another one meant. */
export function choiceOption(flags: string, description: string, allowed: readonly string[]): Option {
  return new Option(flags, description).choices(allowed).argParser((value: string) => {
    if (!allowed.includes(value)) {
      throw new InvalidArgumentError(`Allowed choices are ${allowed.join(", ")}.${didYouMean(value, allowed)}`);
    }
    return value;
  });
}
