import { setTimeout as sleep } from "node:timers/promises";
import { GetObjectCommand, NoSuchKey, PutObjectCommand, type S3Client } from "@aws-sdk/client-s3";
import { PublishCommand, type SNSClient } from "@aws-sdk/client-sns";
import { messageOf } from "../gateway";
import { type Baseline, NotBaseline, nextBaseline, readBaseline } from "../report/baseline";
import type { Format } from "../report/format-names";
import { formats } from "../report/formats";
import type { Report } from "../report/report";
import { placeWords } from "../report/words";
import type { Imported } from "../security-hub";
import { baselineKey, contentTypeOf, datedKey, latestKey } from "./keys";
import { newFindingsMessage } from "./messages";
import type { DeliverySettings } from "./settings";

/** Imports into Security Hub, until the signal ends it. */
export type Import = (report: Report, signal: AbortSignal) => Promise<Imported>;

/** What a report is delivered with. */
export interface Carrier {
  readonly settings: DeliverySettings;
  readonly s3: Pick<S3Client, "send">;
  readonly sns: Pick<SNSClient, "send">;
  /** Imports into Security Hub, where the settings ask for it. */
  readonly importing: Import;
  /** Milliseconds until Lambda ends the function. */
  readonly timeLeft: () => number;
}

/** Milliseconds that are kept after an import, to tell what it came to. */
const afterImport = 10_000;

export interface Delivered {
  /** "s3://bucket/reports/...", as JSON. */
  readonly url: string;
  /** One sentence for each thing that could not be written, published or imported. */
  readonly problems: readonly string[];
}

/** What is known from the audits before. */
export interface Former {
  /** Undefined before the first audit, and where it cannot be read: then everything counts as new. */
  readonly baseline?: Baseline;
  /** It is there and was not read: writing another one would forget it. */
  readonly isUnread: boolean;
  /** One sentence, where it cannot be read. */
  readonly problems: readonly string[];
}

export async function formerFindings({ settings, s3 }: Pick<Carrier, "settings" | "s3">): Promise<Former> {
  try {
    const { Body } = await s3.send(new GetObjectCommand({ Bucket: settings.bucket, Key: baselineKey }));
    return { baseline: readBaseline((await Body?.transformToString()) ?? ""), isUnread: false, problems: [] };
  } catch (error) {
    if (error instanceof NoSuchKey) {
      return { isUnread: false, problems: [] };
    }
    const problem = `s3://${settings.bucket}/${baselineKey} cannot be read: ${messageOf(error)}`;
    return { isUnread: !(error instanceof NotBaseline), problems: [problem] };
  }
}

/**
 * Writes the report, publishes what is new and imports into Security Hub. What fails is named and stops nothing else. What
 * was found counts as known, to the next audit, only when it was both written and published: it is told twice rather than
 * never. Of an audit that began before the one that is known its own report alone is written: it would tell of what is gone
 * since, and the next one of what it was told already.
 */
export async function deliver(report: Report, former: Former, carrier: Carrier): Promise<Delivered> {
  const { settings } = carrier;
  const { baseline, isUnread } = former;
  const url = `s3://${settings.bucket}/${datedKey(report.startedAt, "json")}`;
  // Of an organization one execution can outlast the next, or be redriven after it.
  const isOutrun = baseline !== undefined && baseline.startedAt > report.startedAt;
  const told: string[] = isOutrun
    ? [`the audit that began at ${baseline.startedAt} was delivered before this one: nothing of this one is told`]
    : [];
  for (const format of settings.formats) {
    const text = formats[format](report);
    for (const key of [datedKey(report.startedAt, format), ...(isOutrun ? [] : [latestKey(format)])]) {
      told.push(
        ...(await problemOf(`s3://${settings.bucket}/${key} cannot be written`, put(carrier, key, format, text))),
      );
    }
  }
  const message = isOutrun ? undefined : newFindingsMessage(report, settings.name, url);
  if (message !== undefined) {
    const publishing = carrier.sns.send(new PublishCommand({ TopicArn: settings.topicArn, ...message }));
    told.push(...(await problemOf(`new findings cannot be published to ${settings.topicArn}`, publishing)));
  }
  if (told.length === 0 && !isUnread) {
    const next = `${JSON.stringify(nextBaseline(report, baseline))}\n`;
    told.push(
      ...(await problemOf(
        `s3://${settings.bucket}/${baselineKey} cannot be written`,
        put(carrier, baselineKey, "json", next),
      )),
    );
  }
  return { url, problems: [...told, ...(settings.securityHub ? await importProblems(report, carrier) : [])] };
}

function put({ s3, settings }: Carrier, key: string, format: Format, text: string): Promise<unknown> {
  return s3.send(
    new PutObjectCommand({
      Bucket: settings.bucket,
      Key: key,
      Body: text,
      ContentType: contentTypeOf(format),
      ServerSideEncryption: "aws:kms",
      SSEKMSKeyId: settings.keyArn,
      BucketKeyEnabled: true,
    }),
  );
}

/**
 * One sentence for each thing that could not be imported, and one where the import was not over when the time was: what was
 * found is kept elsewhere, and every audit imports all that it finds.
 */
export async function importProblems(
  report: Report,
  { importing, timeLeft }: Pick<Carrier, "importing" | "timeLeft">,
): Promise<readonly string[]> {
  const outOfTime = "the findings cannot all be imported into Security Hub: the function's time ran out";
  const milliseconds = timeLeft() - afterImport;
  if (milliseconds <= 0) {
    return [outOfTime];
  }
  const ended = new AbortController();
  try {
    const over = sleep(milliseconds, undefined, { signal: ended.signal });
    const imported = await Promise.race([importing(report, ended.signal), over]);
    return imported === undefined
      ? [outOfTime]
      : imported.failed.map(
          ({ id, because, ...place }) =>
            `${id ?? "a region's findings"} (${placeWords(place)}) cannot be imported into Security Hub: ${because}`,
        );
  } catch (error) {
    return [`the findings cannot be imported into Security Hub: ${messageOf(error)}`];
  } finally {
    // Whatever lost the race: Lambda would go on with an import when it calls the function the next time.
    ended.abort();
  }
}

async function problemOf(what: string, doing: Promise<unknown>): Promise<readonly string[]> {
  try {
    await doing;
    return [];
  } catch (error) {
    return [`${what}: ${messageOf(error)}`];
  }
}
