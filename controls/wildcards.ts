/** Longer than any ARN, action or policy may be. */
const longest = 4096;

/**
 * Whether a pattern of IAM, in which "*" stands for any text and "?" for any character, fits a text.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html
 */
export function fits(pattern: string, text: string): boolean {
  let at = 0;
  let position = 0;
  let star = -1;
  let resume = 0;
  while (position < text.length) {
    if (pattern[at] === "*") {
      star = at;
      resume = position;
      at += 1;
    } else if (pattern[at] === "?" || pattern[at] === text[position]) {
      at += 1;
      position += 1;
    } else if (star !== -1) {
      at = star + 1;
      resume += 1;
      position = resume;
    } else {
      return false;
    }
  }
  while (pattern[at] === "*") {
    at += 1;
  }
  return at === pattern.length;
}

/** As `fits`, without regard to case, as IAM compares actions. */
export function fitsAction(pattern: string, action: string): boolean {
  return pattern.length <= longest && fits(pattern.toLowerCase(), action.toLowerCase());
}

/** Whether some text fits both of two patterns. Patterns that are too long to be of IAM are said to overlap. */
export function overlap(one: string, other: string): boolean {
  if (one.length > longest || other.length > longest) {
    return true;
  }
  // reached[j]: what the first i characters of one and the first j of the other describe can be the same.
  let reached = new Uint8Array(other.length + 1);
  reached[0] = 1;
  for (let i = 0; i <= one.length; i += 1) {
    const next = new Uint8Array(other.length + 1);
    const a = one[i];
    for (let j = 0; j <= other.length; j += 1) {
      if (reached[j] !== 1) {
        continue;
      }
      const b = other[j];
      if (a === "*") {
        next[j] = 1;
      }
      if (b === "*") {
        reached[j + 1] = 1;
      }
      if (a !== undefined && b !== undefined) {
        if (a === "*") {
          reached[j + 1] = 1;
        } else if (b === "*") {
          next[j] = 1;
        } else if (a === "?" || b === "?" || a === b) {
          next[j + 1] = 1;
        }
      }
    }
    if (i < one.length) {
      if (!next.includes(1)) {
        return false;
      }
      reached = next;
    }
  }
  return reached[other.length] === 1;
}
