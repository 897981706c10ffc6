import { isUnknown } from "../value";

type Props = Readonly<Record<string, unknown>>;

/** Lists that the provider also fills with what separate resources add, stale ones included. */
const listsOfOwn: readonly string[] = [
  "routes",
  "ingress",
  "egress",
  "securityGroupIngress",
  "securityGroupEgress",
  "entries",
  "inlinePolicies",
  "managedPolicyArns",
  "replicas",
];

/**
 * The properties that count for a resource: what the program declares, and what the provider knows where the program
 * declares nothing. A provider reports an unset property as unknown until it computes it: such a one is absent.
 * @param declared the inputs, undefined where they were not seen
 */
export function effectiveProps(declared: Props | undefined, outputs: Props): Props {
  if (declared === undefined) {
    return outputs;
  }
  const names = new Set([...Object.keys(declared), ...Object.keys(outputs)]);
  return Object.fromEntries([...names].map((name) => [name, effective(name, declared[name], outputs[name])]));
}

function effective(name: string, declared: unknown, output: unknown): unknown {
  if (listsOfOwn.includes(name) || (isSet(declared) && isWhollyKnown(declared))) {
    return declared;
  }
  return isSet(output) && isWhollyKnown(output) ? output : declared;
}

function isSet(value: unknown): boolean {
  return value !== undefined && value !== null;
}

function isWhollyKnown(value: unknown): boolean {
  if (typeof value !== "object" || value === null) {
    return true;
  }
  return !isUnknown(value) && Object.values(value).every(isWhollyKnown);
}
