import type * as pulumi from "@pulumi/pulumi";
import type { ClusterEdition } from "../../engines";
import { type ArgumentChecks, whenKnown } from "../shared/arguments";
import { oneOf, wholeNumber } from "../shared/rules";
import type { ClusterEngineArgs } from "./cluster-engine-arguments";

export interface ClusterStorage {
  /** Absent: that of Aurora. */
  readonly storageType: pulumi.Input<string | undefined>;
  /** GiB of each member; absent: it grows by itself. */
  readonly allocatedStorage: pulumi.Input<number> | undefined;
  /** IOPS of each member; absent: as many as there are. */
  readonly iops: pulumi.Input<number> | undefined;
}

/** The limits of one depend on the others, so they are checked together, as soon as all of them are known. */
export function checkClusterStorage(
  checks: ArgumentChecks,
  args: ClusterEngineArgs,
  { aurora, name }: ClusterEdition,
): ClusterStorage {
  if (aurora) {
    for (const argument of ["allocatedStorage", "iops"] as const) {
      if (args[argument] !== undefined) {
        checks.refuse(`${argument} is given, but the storage of ${name} grows by itself; leave it out.`);
      }
    }
    const type = checks.input("storageType", args.storageType, "aurora", oneOf("aurora", "aurora-iopt1"));
    return {
      // RDS names the plain one nowhere.
      storageType: whenKnown(type, (known) => (known === "aurora" ? undefined : known)),
      allocatedStorage: undefined,
      iops: undefined,
    };
  }
  const storageType = checks.input("storageType", args.storageType, "gp3", oneOf("gp3", "io1", "io2"));
  const allocatedStorage = whenKnown(storageType, (type) =>
    checks.input(
      "allocatedStorage",
      args.allocatedStorage,
      400,
      wholeNumber(type === "gp3" ? 400 : 100, 65_536, `GiB, of ${type}`),
    ),
  );
  return {
    storageType,
    allocatedStorage,
    iops: whenKnown(storageType, (type) =>
      whenKnown(allocatedStorage, (size) => {
        const [least, most] = type === "gp3" ? [12_000, 64_000] : [Math.max(1000, Math.ceil(size / 2)), size * 50];
        return checks.input("iops", args.iops, least, wholeNumber(least, most, `IOPS, of ${size} GiB of ${type}`));
      }),
    ),
  };
}
