import { clearLine, cursorTo } from "node:readline";
import { styleText } from "node:util";
import type { Paint } from "../audit/report/text";

/** Where a command reads its environment and writes its answers. */
export interface Surroundings {
  readonly env: NodeJS.ProcessEnv;
  readonly stdout: Output;
  readonly stderr: Output;
  /** The present moment; the clock's unless given. */
  readonly now?: () => Date;
}

/** `columns` is known of terminals alone. */
export type Output = NodeJS.WritableStream & { readonly isTTY?: boolean; readonly columns?: number };

/** Colours for a terminal, unless its user wants none: https://no-color.org */
export function paintFor({ env, stdout }: Surroundings): Paint {
  return stdout.isTTY === true && !env.NO_COLOR ? (look, text) => styleText(looks[look], text) : (_, text) => text;
}

const looks = {
  critical: ["bold", "red"],
  high: "red",
  medium: "yellow",
  low: "cyan",
  heading: "bold",
  muted: "dim",
} satisfies Record<Parameters<Paint>[0], Parameters<typeof styleText>[0]>;

/** A line that says what is going on, for a terminal alone. */
export interface Progress {
  show(text: string): void;
  clear(): void;
}

/** Milliseconds between two changes of the line: more would only flicker. */
const pace = 80;

export function progressOn(stream: Output, between = pace): Progress {
  if (stream.isTTY !== true) {
    return { show: () => {}, clear: () => {} };
  }
  let shown = Number.NEGATIVE_INFINITY;
  const erase = () => {
    cursorTo(stream, 0);
    clearLine(stream, 0);
  };
  return {
    show: (text) => {
      if (performance.now() - shown >= between) {
        shown = performance.now();
        erase();
        stream.write(text);
      }
    },
    clear: erase,
  };
}
