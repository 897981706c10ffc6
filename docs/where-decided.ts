import type { AnyControl, ControlId } from "../controls";
import { type Gate, gates } from "../controls/control";
import type { Kind } from "../inventory/model";
import { kindsOfType, readTypes } from "../inventory/program";

const gateNames: { readonly [G in Gate]: string } = { "policy-pack": "policy pack", audit: "audit" };

export function gatesOf({ gates: named = gates }: AnyControl): readonly string[] {
  return named.map((gate) => gateNames[gate]);
}

/** Controls that hold whatever a provider's types say, as these cannot say what would fail. */
const nothingToDecide: { readonly [provider: string]: readonly ControlId[] } = {
  // Its snapshots are shared with nobody, and Cloud Control takes a last one of what it deletes.
  "aws-native": ["rds-snapshot-private", "rds-instance-final-snapshot"],
};

/** The providers of which a program's resources can be a control's subject, and of which it can fail. */
export function providersOf({ id, subject, gates: named = gates }: AnyControl): readonly string[] {
  const known = named.includes("policy-pack") ? (providers().get(subject) ?? []) : [];
  return known.filter((provider) => !nothingToDecide[provider]?.includes(id));
}

let known: ReadonlyMap<Kind, readonly string[]> | undefined;

function providers(): ReadonlyMap<Kind, readonly string[]> {
  if (known === undefined) {
    const found = new Map<Kind, Set<string>>();
    for (const type of readTypes) {
      const provider = type.split(":")[0] ?? "";
      for (const kind of kindsOfType(type)) {
        found.set(kind, (found.get(kind) ?? new Set()).add(provider));
      }
    }
    known = new Map([...found].map(([kind, names]) => [kind, [...names].sort()]));
  }
  return known;
}
