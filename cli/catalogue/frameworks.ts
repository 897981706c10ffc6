import { frameworks as catalogues, type FrameworkKey } from "../../controls/frameworks";

export type Framework = FrameworkKey;

export const frameworks: readonly Framework[] = catalogues.map(({ key }) => key);

/** What the catalogues that know a control by an id of theirs are called. */
export const frameworkNames = Object.fromEntries(catalogues.map(({ key, shortName }) => [key, shortName])) as {
  readonly [F in Framework]: string;
};

/** Tools that have a check of the same, as against what auditors ask for. */
export const tools: readonly Framework[] = catalogues.flatMap(({ key, version }) =>
  version === undefined ? [key] : [],
);

/** The framework that a user means, whatever the capitals, spaces and hyphens: "security-hub", "PCI". */
export function frameworkOf(words: string): Framework | undefined {
  return catalogues.find(({ key, name, shortName }) =>
    [key, name, shortName].some((known) => folded(known) === folded(words)),
  )?.key;
}

/** Letters and digits alone, small. */
export function folded(words: string): string {
  return words.toLowerCase().replace(/[^a-z0-9]/g, "");
}
