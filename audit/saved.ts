import { auditControls } from "./controls";
import type { Baseline } from "./report/baseline";
import { type Place, type Report, reportOf } from "./report/report";
import { faultOf } from "./saved-schema";
import { type Judging, judged, notRead, type Read } from "./scope";

/** One region of one account, as it was read, or why it was not: what stands in a saved inventory. */
export type SavedScope = Omit<Read, "seconds"> | { readonly place: Place; readonly error: string };

/** What a saved inventory holds. */
export interface Saved {
  readonly readAt: Date;
  readonly scopes: readonly SavedScope[];
  /** The audit was ended before it had read everything. */
  readonly partial?: "interrupted";
}

/** Says in one sentence why a file is no saved inventory. */
export class NotSaved extends Error {}

const version = 2;

/** The start, one scope and the end of the file: it is written as scopes are read, and holds one at a time. */
export const savedText = {
  head: (readAt: Date) => `{"inventory":${version},"readAt":${JSON.stringify(readAt.toISOString())},"scopes":[`,
  scope: (scope: SavedScope, isFirst: boolean) => `${isFirst ? "" : ","}\n${JSON.stringify(scope)}`,
  end: (partial?: Saved["partial"]) => `\n]${partial === undefined ? "" : `,"partial":${JSON.stringify(partial)}`}}\n`,
};

/** @throws NotSaved where the text is something else */
export function readSaved(text: string): Saved {
  const file = parsed(text) as { inventory?: unknown } | null | undefined;
  if (file === undefined) {
    throw new NotSaved("it is not JSON, or was cut off while it was written; write it again with --save");
  }
  if (typeof file?.inventory !== "number") {
    throw new NotSaved("it is not an inventory; give it a file that --save wrote");
  }
  if (file.inventory !== version) {
    throw new NotSaved(`it is an inventory of version ${file.inventory}, and this program reads version ${version}`);
  }
  const fault = faultOf(file);
  if (fault !== undefined) {
    throw new NotSaved(`${fault}; write it again with --save, and change nothing in it`);
  }
  const { readAt, scopes, partial } = file as { readAt: string } & Pick<Saved, "scopes" | "partial">;
  const date = new Date(readAt);
  if (Number.isNaN(date.getTime())) {
    throw new NotSaved("its readAt is no date; write it again with --save, and change nothing in it");
  }
  if (scopes.length === 0) {
    throw new NotSaved("it has no region of any account in it, so that it proves nothing; write it again with --save");
  }
  return { readAt: date, scopes, ...(partial === undefined ? {} : { partial }) };
}

export interface SavedOptions extends Partial<Judging> {
  readonly baseline?: Baseline;
}

/**
 * Asks the controls about what was read before; nothing of AWS is asked. What could not be read then is told as it was then.
 * @throws NotSaved where a resource is not as it was written
 */
export function auditSaved({ readAt, scopes, partial }: Saved, { baseline, ...judging }: SavedOptions): Report {
  const started = performance.now();
  const asked: Judging = { controls: auditControls, ...judging };
  const results = scopes.map((scope, index) => {
    if (!("inventory" in scope)) {
      return notRead(scope.place, scope.error);
    }
    try {
      return judged({ ...scope, seconds: 0 }, asked);
    } catch (error) {
      // The shape of each property is the controls' to know.
      throw new NotSaved(
        `scopes[${index}] cannot be judged (${(error as Error).message}); write it again with --save, and change nothing in it`,
      );
    }
  });
  return reportOf({
    startedAt: readAt,
    seconds: (performance.now() - started) / 1000,
    results,
    order: auditControls.map(({ id }) => id),
    asked: asked.controls.map(({ id }) => id),
    chosen: asked.isAsked !== undefined,
    ...(partial === undefined ? {} : { partial }),
    ...(baseline === undefined ? {} : { baseline }),
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
