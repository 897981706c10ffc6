import wildcardMatch from "wildcard-match";

/** True where a pattern stands for more than itself. */
export function isGlob(pattern: string): boolean {
  return /[*?]/.test(pattern);
}

/** True for URNs and for globs that can match one; ARNs and AWS ids are for the audit. */
export function isForUrns(pattern: string): boolean {
  return /^(urn:|[*?])/.test(pattern);
}

/**
 * Tells whether a text matches a pattern, as a whole and to the letter: "*" is anything, also nothing, "/" and ":";
 * "?" is one character; everything else, brackets and braces too, is itself.
 */
export function matcher(pattern: string): (text: string) => boolean {
  // A backslash would escape the next character, and two stars are one.
  return wildcardMatch(pattern.replaceAll("\\", "\\\\").replace(/\*+/g, "*"), { separator: false, flags: "s" });
}
