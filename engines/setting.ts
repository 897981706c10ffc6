import type { RequiredSetting } from "./engine";

/** Whether a value is one that the setting asks for: words separated by commas, compared without case. */
export function satisfies({ holdsWith, alone }: RequiredSetting, value: string): boolean {
  const words = value
    .toLowerCase()
    .split(",")
    .map((word) => word.trim())
    .filter((word) => word !== "");
  if (holdsWith === "any") {
    return words.length > 0;
  }
  return holdsWith.some(
    (list) => list.every((word) => words.includes(word)) && (alone !== true || words.length === list.length),
  );
}
