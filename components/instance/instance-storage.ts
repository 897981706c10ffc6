import type * as pulumi from "@pulumi/pulumi";
import type { Edition } from "../../engines";
import { type ArgumentChecks, whenKnown } from "../shared/arguments";
import { oneOf, wholeNumber } from "../shared/rules";
import type { SecureInstanceArgs } from "./secure-instance-arguments";

export interface StorageSettings {
  readonly storageType: pulumi.Input<string>;
  /** GiB; absent: that of what it is restored from. */
  readonly allocatedStorage: pulumi.Input<number | undefined>;
  /** GiB; absent: it does not grow by itself. */
  readonly maxAllocatedStorage: pulumi.Input<number | undefined>;
  readonly iops: pulumi.Input<number | undefined>;
  /** MiB a second. */
  readonly storageThroughput: pulumi.Input<number | undefined>;
}

interface Storage {
  readonly type: string;
  readonly size: number | undefined;
  readonly max: number | undefined;
  readonly iops: number | undefined;
  readonly throughput: number | undefined;
}

/** The limits of one depend on the others, so they are checked together, as soon as all of them are known. */
export function checkStorage(
  checks: ArgumentChecks,
  args: SecureInstanceArgs,
  edition: Edition,
  restored: boolean,
): StorageSettings {
  const storageType = checks.input("storageType", args.storageType, "gp3", oneOf("gp3", "io1", "io2"));
  const storage = whenKnown(storageType, (type) =>
    whenKnown(args.allocatedStorage, (size) =>
      whenKnown(args.maxAllocatedStorage, (max) =>
        whenKnown(args.iops, (iops) =>
          whenKnown(args.storageThroughput, (throughput) =>
            settle(checks, edition, { type, size: size ?? (restored ? undefined : 100), max, iops, throughput }),
          ),
        ),
      ),
    ),
  );
  return {
    storageType,
    allocatedStorage: whenKnown(storage, ({ size }) => size),
    maxAllocatedStorage: whenKnown(storage, ({ max }) => max),
    iops: whenKnown(storage, ({ iops }) => iops),
    storageThroughput: whenKnown(storage, ({ throughput }) => throughput),
  };
}

function settle(checks: ArgumentChecks, edition: Edition, asked: Storage): Storage {
  const { type, size, iops, throughput } = asked;
  const { smallest, ...limits } = limitsOf(edition, type, size ?? edition.largestStorage);
  const largest = edition.largestStorage;
  if (size !== undefined) {
    // The maximum must be a tenth above it.
    checks.plain("allocatedStorage", size, wholeNumber(smallest, Math.floor((largest * 10) / 11), "GiB"));
  }
  if (limits.iops === undefined && (iops !== undefined || throughput !== undefined)) {
    const argument = iops !== undefined ? "iops" : "storageThroughput";
    checks.refuse(
      `${argument} is ${iops ?? throughput}, but must be absent: ` +
        `gp3 below ${edition.stripedFrom} GiB has 3000 IOPS and 125 MiB a second on ${edition.name}.`,
    );
  }
  if (limits.iops !== undefined && (iops !== undefined || type !== "gp3")) {
    checks.plain("iops", iops ?? 0, iopsRule(limits.iops, limits.perGib, size));
  }
  if (throughput !== undefined) {
    if (limits.throughput === undefined) {
      checks.refuse(`storageThroughput is ${throughput}, but must be absent: that of ${type} follows its IOPS.`);
    }
    const [least, most] = limits.throughput;
    const reachable = Math.min(most, Math.floor((iops ?? limits.iops?.[0] ?? 0) / 4));
    checks.plain("storageThroughput", throughput, wholeNumber(least, reachable, "MiB a second, a quarter of its IOPS"));
  }
  return { ...asked, max: maximum(checks, asked, largest, limits.perGib) };
}

type Range = readonly [least: number, most: number];

interface Limits {
  /** GiB. */
  readonly smallest: number;
  /** Absent: they are given. */
  readonly iops?: Range;
  readonly throughput?: Range;
  /** IOPS to GiB. */
  readonly perGib: Range;
}

/** https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/CHAP_Storage.html */
function limitsOf({ name, stripedFrom }: Edition, type: string, size: number): Limits {
  const sqlserver = name.startsWith("sqlserver-");
  switch (type) {
    case "io2":
      return { smallest: 100, iops: [1000, 256000], perGib: [0.5, 1000] };
    case "io1":
      return { smallest: 100, iops: [1000, sqlserver ? 64000 : 256000], perGib: [sqlserver ? 1 : 0.5, 50] };
    default:
      if (stripedFrom === undefined) {
        return { smallest: 20, iops: [3000, 80000], throughput: [125, 2000], perGib: [0.5, 500] };
      }
      return size < stripedFrom
        ? { smallest: 20, perGib: [0, 500] }
        : { smallest: 20, iops: [12000, 64000], throughput: [500, 4000], perGib: [0, 500] };
  }
}

function iopsRule([least, most]: Range, [leastPerGib, mostPerGib]: Range, size: number | undefined) {
  return size === undefined
    ? wholeNumber(least, most, "IOPS")
    : wholeNumber(
        Math.max(least, Math.ceil(size * leastPerGib)),
        Math.min(most, Math.floor(size * mostPerGib)),
        `IOPS, with ${size} GiB`,
      );
}

/** RDS takes as a maximum a tenth more than what is allocated, or more, and no more than its IOPS are enough for. */
function maximum(
  checks: ArgumentChecks,
  { size, max, iops }: Storage,
  largest: number,
  [leastPerGib]: Range,
): number | undefined {
  if (size === undefined && max === undefined) {
    return undefined;
  }
  const most = iops === undefined || leastPerGib === 0 ? largest : Math.min(largest, Math.floor(iops / leastPerGib));
  const least = Math.ceil(((size ?? 20) * 11) / 10);
  const whenAbsent = Math.max(least, Math.min(most, Math.max(1000, (size ?? 0) * 2)));
  return checks.plain("maxAllocatedStorage", max ?? whenAbsent, wholeNumber(least, most, "GiB"));
}
