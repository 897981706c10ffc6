import type { Source } from "../ocsf/datastore-activity";
import { millisecondsOf } from "../ocsf/time";
import { textOf } from "../statement";
import { type Condition, type Detection, type DetectionSettings, detections } from "./catalogue";

/** A detection and the events that it found. */
export interface Hit {
  readonly detection: Detection;
  /** The one that made it complete. */
  readonly source: Source;
  /** Ids of them all, the first first. */
  readonly eventIds: readonly string[];
  /** What tells it from other hits of the detection, and is the same when the events come again. */
  readonly key: string;
}

/**
 * What is counted in one window of the consumer, by detection, user and host. It is handed from one call to the next, so
 * it is small: the ids of no more events than the count that is too many, each shortened.
 */
export type Counts = Readonly<Record<string, readonly string[]>>;

/** Characters of all counts together: Lambda takes a state of 1 MB, and of a character up to four bytes. */
const mostCounted = 700_000;

/** Of one subject, and of one id with its quotes. */
const longest = { subject: 200, id: 45 };

/** Users of RDS itself. */
const ownUsers = new Set(["rdsadmin", "rdsproxyadmin", "rdsrepladmin", "rdstopmgr"]);

/**
 * Judges one event.
 * @param window names the window in which is counted
 * @returns its hits, and the counts with it
 */
export function detect(
  source: Source,
  settings: DetectionSettings,
  counts: Counts,
  window: string,
): { readonly hits: readonly Hit[]; readonly counts: Counts } {
  // aurora-mysql tells of one statement more than once: what it did to each table are events of class AUX.
  if (ownUsers.has(textOf(source.event.dbUserName).toLowerCase()) || textOf(source.event.class) === "AUX") {
    return { hits: [], counts };
  }
  const hits: Hit[] = [];
  let counted = counts;
  for (const detection of detections) {
    if (!isMet(detection, source, settings) || settings.off.includes(detection.id)) {
      continue;
    }
    if (detection.times === undefined) {
      hits.push({ detection, source, eventIds: [source.id], key: source.id });
      continue;
    }
    const { dbUserName, remoteHost } = source.event;
    const subject = `${detection.id} ${textOf(dbUserName)} ${textOf(remoteHost)}`.slice(0, longest.subject);
    const before = counted[subject] ?? [];
    const most = settings[detection.times];
    if (before.length < most && !before.includes(source.id)) {
      const now = [...before, source.id];
      counted = withinBounds({ ...counted, [subject]: now }, most);
      if (now.length === most) {
        hits.push({ detection, source, eventIds: now, key: `${window} ${subject}` });
      }
    }
  }
  return { hits, counts: counted };
}

/** Who was counted first goes first. */
function withinBounds(counts: Counts, most: number): Counts {
  const subjects = Object.keys(counts);
  const tooMany = subjects.length - Math.floor(mostCounted / (longest.subject + most * longest.id));
  return tooMany <= 0 ? counts : Object.fromEntries(Object.entries(counts).slice(tooMany));
}

function isMet({ when }: Detection, source: Source, settings: DetectionSettings): boolean {
  for (const condition of when) {
    if (holds(condition, source, settings)) {
      return true;
    }
  }
  return false;
}

function holds(condition: Condition, source: Source, settings: DetectionSettings): boolean {
  const { event, statement } = source;
  const { kind, failed, commands, text, by, rowsOver, at } = condition;
  return (
    (kind === undefined || kind === statement.kind) &&
    (failed === undefined || failed === statement.failed) &&
    (commands === undefined ||
      commands.includes(statement.verb) ||
      commands.includes(`${statement.verb} ${statement.object}`)) &&
    (text === undefined || text.test(textOf(event.commandText))) &&
    (by === undefined || isNoApplication(textOf(event.dbUserName), settings)) &&
    (rowsOver === undefined || (Number(textOf(event.rowCount)) > settings[rowsOver] && readsRows(source))) &&
    (at === undefined || isOutside(source, settings))
  );
}

function isNoApplication(user: string, { masterUsername, applicationUsers }: DetectionSettings): boolean {
  return user === masterUsername || (applicationUsers !== undefined && !applicationUsers.includes(user));
}

function readsRows({ statement, event }: Source): boolean {
  return textOf(event.class) === "READ" || ["SELECT", "WITH", "COPY", "TABLE", "FETCH"].includes(statement.verb);
}

const minute = 60_000;
const week = 7 * 24 * 60;
/** Minutes from the start of 1970, a Thursday, back to a Monday. */
const thursday = 3 * 24 * 60;

function isOutside({ event, arrived }: Source, { maintenanceWindow }: DetectionSettings): boolean {
  if (maintenanceWindow === undefined) {
    return false;
  }
  const at = millisecondsOf(event.startTime) ?? millisecondsOf(event.logTime) ?? arrived;
  const inWeek = (Math.floor(at / minute) + thursday) % week;
  return (inWeek - maintenanceWindow.start + week) % week >= maintenanceWindow.length;
}
