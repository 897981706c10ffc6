import { closest, distance } from "fastest-levenshtein";

/** The share of a word's letters that may be wrong for a guess at what was meant. */
const tolerance = 0.34;

/**
 * The candidate that was probably meant, as a question to end a sentence with.
 * @returns " Did you mean rds-instance-multi-az?", or nothing where no candidate is near
 */
export function didYouMean(word: string, candidates: readonly string[]): string {
  const folded = word.toLowerCase();
  const guess =
    candidates.length === 0
      ? undefined
      : closest(
          folded,
          candidates.map((name) => name.toLowerCase()),
        );
  if (guess === undefined || !isNear(folded, guess)) {
    return "";
  }
  return ` Did you mean ${candidates.find((name) => name.toLowerCase() === guess)}?`;
}

function isNear(word: string, guess: string): boolean {
  const wrong = distance(word, guess);
  // Two letters that changed places are two wrong ones, and one slip of the hand.
  return wrong <= Math.max(1, guess.length * tolerance) || (wrong === 2 && letters(word) === letters(guess));
}

function letters(word: string): string {
  return [...word].sort().join("");
}
