import type { RequiredSetting } from "./engine";

/** Whether a value is one that the setting asks for: words separated by commas, compared without case. */
export function satisfies({ holdsWith, alone, classes }: RequiredSetting, value: string): boolean {
  const given = value
    .toLowerCase()
    .split(",")
    .map((word) => word.trim())
    .filter((word) => word !== "");
  const words = classes === undefined ? given : remaining(given, classes);
  if (holdsWith === "any") {
    return words.length > 0;
  }
  return holdsWith.some(
    (list) => list.every((word) => words.includes(word)) && (alone !== true || words.length === list.length),
  );
}

/** https://github.com/pgaudit/pgaudit#pgauditlog */
function remaining(words: readonly string[], classes: readonly string[]): readonly string[] {
  const left = new Set<string>();
  for (const word of words) {
    const name = word.replace(/^-/, "");
    for (const each of name === "all" ? [name, ...classes] : [name]) {
      if (word.startsWith("-")) {
        left.delete(each);
        left.delete("all");
      } else {
        left.add(each);
      }
    }
  }
  return [...left];
}
