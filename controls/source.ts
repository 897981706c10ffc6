import type { DbCluster, DbInstance, DbSnapshot, Inventory, Resource } from "../inventory/model";
import { type Resolution, resolve } from "../inventory/resolve";
import { fails, shown, undecided } from "./answers";
import type { Answer } from "./control";

/** How a control judges what something is made from. `seen` holds the ids that led there, so that no circle is walked. */
export interface SourceJudges {
  instance(source: DbInstance, seen: Seen): Answer;
  cluster(source: DbCluster, seen: Seen): Answer;
  /** Undefined where the snapshot itself says nothing, so that what it was taken or copied of decides. */
  snapshot(source: DbSnapshot): Answer | undefined;
}

export type Seen = ReadonlySet<string>;

/** Steps that are followed at most: AWS itself allows no chain of replicas or copies near this long. */
const longestWay = 32;

interface Way {
  readonly inventory: Inventory;
  readonly judges: SourceJudges;
  /** What the source decides, as in "the encryption of". */
  readonly matter: string;
  readonly seen: Seen;
}

/** Judges what a database is made from: the snapshot that it names, or the instance or cluster that it comes from. */
export function judgeOrigin(
  way: Way,
  from: DbInstance | DbCluster,
  source: DbInstance["restoreSource"],
): Answer | undefined {
  if (from.snapshot !== undefined) {
    const snapshot = resolve(way.inventory, "dbSnapshots", from.snapshot, from);
    return snapshot.to === "resource"
      ? judged("snapshot", judgeSnapshot(way, snapshot.resource))
      : open(way, "snapshot", snapshot);
  }
  const clusterFirst = "memberCount" in from;
  return source === undefined ? undefined : judged("source", judgeDatabase(way, "source", from, source, clusterFirst));
}

/** Judges a snapshot by itself, or by what it was copied or taken of. */
export function judgeSnapshot(way: Way, snapshot: DbSnapshot): Answer {
  if (isTooFar(way, snapshot)) {
    return undecided(`${way.matter} its snapshot`);
  }
  const own = way.judges.snapshot(snapshot);
  if (own !== undefined) {
    return own;
  }
  const onward = { ...way, seen: new Set([...way.seen, snapshot.id]) };
  if (snapshot.copyOf !== undefined) {
    const source = resolve(way.inventory, "dbSnapshots", snapshot.copyOf);
    return source.to === "resource" ? judgeSnapshot(onward, source.resource) : open(way, "snapshot", source);
  }
  const isOfCluster = snapshot.cluster !== undefined;
  return judgeDatabase(onward, "snapshot", snapshot, snapshot.cluster ?? snapshot.instance, isOfCluster);
}

/** An instance and a cluster may share a name, so the likelier of the two comes first. */
function judgeDatabase(
  way: Way,
  what: string,
  from: Resource,
  reference: DbInstance["restoreSource"],
  clusterFirst: boolean,
): Answer {
  const { inventory, judges } = way;
  const cluster = resolve(inventory, "dbClusters", reference, from);
  const instance = resolve(inventory, "dbInstances", reference, from);
  const isCluster = cluster.to === "resource" && (clusterFirst || instance.to !== "resource");
  const source = isCluster ? cluster : instance;
  if (source.to !== "resource") {
    return open(way, what, clusterFirst ? cluster : instance);
  }
  if (isTooFar(way, source.resource)) {
    return undecided(`${way.matter} its ${what}`);
  }
  const seen = new Set([...way.seen, source.resource.id]);
  return isCluster
    ? judges.cluster(source.resource as DbCluster, seen)
    : judges.instance(source.resource as DbInstance, seen);
}

function isTooFar({ seen }: Way, { id }: Resource): boolean {
  return seen.has(id) || seen.size >= longestWay;
}

function open({ inventory, matter }: Way, what: string, source: Resolution<Resource>): Answer {
  switch (source.to) {
    case "outside": {
      const name = shown(source.identifier, source.identifier.startsWith("arn:") ? "arn" : "name");
      return undecided(`${matter} ${what} ${name}, not in this ${inventory.scope}`);
    }
    case "unknown":
      return undecided(`${matter} its ${what} (${source.unknown.waitsFor})`);
    default:
      return undecided(`${matter} its ${what}`);
  }
}

function judged(what: string, answer: Answer): Answer {
  return answer.answer === "fails"
    ? fails(`the ${what} that it is made from fails: ${answer.found}`, answer.needed)
    : answer;
}
