import { run } from "./scenario";

/** The controls that fail at each gate, of those that both can decide: sorted, each once. */
export interface BothGates {
  readonly atGate: readonly string[];
  readonly inAccount: readonly string[];
}

/** What a program declares and what an account shows differ: some controls only one of the two can decide. */
export async function bothGates(atGate: readonly string[], inAccount: readonly string[]): Promise<BothGates> {
  const { stdout } = await run("npx", ["aws-secure-database", "controls", "--format", "json"]);
  const listed = JSON.parse(stdout) as readonly { readonly id: string; readonly gates: readonly string[] }[];
  const seenByBoth = new Set(listed.filter(({ gates }) => gates.length === 2).map(({ id }) => id));
  const ofBoth = (controls: readonly string[]) => distinct(controls).filter((id) => seenByBoth.has(id));
  return { atGate: ofBoth(atGate), inAccount: ofBoth(inAccount) };
}

export function distinct(values: readonly string[]): readonly string[] {
  return [...new Set(values)].sort();
}
