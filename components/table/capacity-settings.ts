import type * as pulumi from "@pulumi/pulumi";
import { type ArgumentChecks, type ArgumentNames, show } from "../shared/arguments";
import { wholeNumber } from "../shared/rules";
import type { SecureTableArgs, SecureTableCapacity, SecureTableMaximums } from "./secure-table-arguments";

/** Units a second between two bounds. */
export interface Bounds {
  readonly min: number;
  readonly max: number;
}

export interface ProvisionedSettings {
  readonly read: Bounds;
  readonly write: Bounds;
  /** Percent. */
  readonly targetUtilization: number;
}

/** Absent maximums: no limit. */
export type CapacitySettings =
  | { readonly provisioned: ProvisionedSettings }
  | { readonly maximums: SecureTableMaximums | undefined };

const maximumNames: ArgumentNames<SecureTableMaximums> = { readRequestUnits: true, writeRequestUnits: true };

const capacityNames: ArgumentNames<SecureTableCapacity> = {
  minReadUnits: true,
  maxReadUnits: true,
  minWriteUnits: true,
  maxWriteUnits: true,
  targetUtilization: true,
};

export function checkCapacity(
  checks: ArgumentChecks,
  { onDemandMaximums, provisioned }: SecureTableArgs,
): CapacitySettings {
  if (provisioned === undefined) {
    return { maximums: maximums(checks, onDemandMaximums) };
  }
  if (onDemandMaximums !== undefined) {
    checks.refuse(
      "onDemandMaximums is given beside provisioned, but a table is one or the other; leave one of them out.",
    );
  }
  checks.known("provisioned", provisioned, capacityNames);
  const { minReadUnits, maxReadUnits, minWriteUnits, maxWriteUnits, targetUtilization = 70 } = provisioned;
  return {
    provisioned: {
      read: bounds(checks, "Read", minReadUnits, maxReadUnits),
      write: bounds(checks, "Write", minWriteUnits, maxWriteUnits),
      targetUtilization: checks.plain(
        "provisioned.targetUtilization",
        targetUtilization,
        wholeNumber(20, 90, "percent"),
      ),
    },
  };
}

function bounds(checks: ArgumentChecks, kind: "Read" | "Write", min = 5, max = Math.max(100, min)): Bounds {
  checks.plain(`provisioned.min${kind}Units`, min, units);
  checks.plain(`provisioned.max${kind}Units`, max, units);
  if (max < min) {
    checks.refuse(`provisioned.max${kind}Units is ${show(max)}, but must be at least min${kind}Units, ${min}.`);
  }
  return { min, max };
}

function maximums(
  checks: ArgumentChecks,
  given: SecureTableMaximums | undefined,
): { readRequestUnits?: pulumi.Input<number>; writeRequestUnits?: pulumi.Input<number> } | undefined {
  if (given === undefined) {
    return undefined;
  }
  checks.known("onDemandMaximums", given, maximumNames);
  const { readRequestUnits, writeRequestUnits } = given;
  return {
    readRequestUnits: checks.optionalInput("onDemandMaximums.readRequestUnits", readRequestUnits, units),
    writeRequestUnits: checks.optionalInput("onDemandMaximums.writeRequestUnits", writeRequestUnits, units),
  };
}

/** The account's own quota is 40,000 unless it was raised. */
const units = wholeNumber(1, 10_000_000, "units a second");
