/**
 * The merge of an organization's results, in a process of its own: prints what it took as JSON. Arguments: the number of
 * regions of accounts, and how many findings each has.
 */
import { GetObjectCommand, NoSuchKey, type S3Client } from "@aws-sdk/client-s3";
import type { SNSClient } from "@aws-sdk/client-sns";
import { auditFinding } from "../audit/finding";
import { baselineKey } from "../audit/function/keys";
import { mergeResults } from "../audit/function/merge";
import { readDelivery } from "../audit/function/settings";
import { resultKey, type Target, targetsKey } from "../audit/function/store";
import { noCounts } from "../audit/report/counts";
import { type ControlId, controls } from "../controls";

const execution = { execution: "bench", startedAt: "2026-05-04T03:02:01.000Z" };
const regions = ["eu-central-1", "eu-west-1", "us-east-1", "us-west-2"];
const settings = readDelivery({
  AWS_LAMBDA_FUNCTION_NAME: "bench",
  AWS_REGION: "eu-west-1",
  BUCKET: "reports",
  KEY_ARN: "arn:aws:kms:eu-west-1:111122223333:key/k1",
  TOPIC_ARN: "arn:aws:sns:eu-west-1:111122223333:findings",
});

/** Of instances, which have the most. */
const asked = controls.filter(({ subject }) => subject === "dbInstances");

async function main([count = "0", findings = "0"]: readonly string[]): Promise<void> {
  const targets = targetsOf(Number(count));
  const objects = new Map([[targetsKey(execution), () => JSON.stringify(targets)]]);
  for (const target of targets) {
    objects.set(resultKey(execution, target), () => resultOf(target, Number(findings)));
  }
  let bytes = 0;
  const s3 = async (command: { readonly input: { readonly Key?: string; readonly Body?: string } }) => {
    const { Key = "", Body = "" } = command.input;
    if (command instanceof GetObjectCommand) {
      const held = objects.get(Key);
      if (held === undefined || Key === baselineKey) {
        throw new NoSuchKey({ message: "none", $metadata: {} });
      }
      // Nothing of one answer is shared with another, as with those that come over a network.
      return { Body: { transformToString: async () => held() } };
    }
    bytes += Buffer.byteLength(Body);
    return {};
  };
  const started = performance.now();
  const outcome = await mergeResults(execution, {
    settings,
    s3: { send: s3 as unknown as S3Client["send"] },
    sns: { send: (async () => ({})) as unknown as SNSClient["send"] },
    importing: () => Promise.reject(new Error("nothing is imported")),
    timeLeft: () => 900_000,
    question: { regions, severity: "low" },
    now: new Date("2026-05-04T04:02:01.000Z"),
    log: () => {},
  });
  const seconds = (performance.now() - started) / 1000;
  const peakMemoryMB = process.resourceUsage().maxRSS / 1024;
  process.stdout.write(
    JSON.stringify({ seconds, peakMemoryMB, writtenMB: bytes / 2 ** 20, findings: outcome.findings }),
  );
}

function targetsOf(count: number): readonly Target[] {
  return Array.from({ length: count }, (_, at) => ({
    account: String(100_000_000_000 + Math.floor(at / regions.length)),
    region: regions[at % regions.length] ?? "",
    home: at % regions.length === 0,
  }));
}

/** What `scan` writes of a region with so many findings. */
function resultOf({ account, region }: Target, findings: number): string {
  const all = Array.from({ length: findings }, (_, at) => {
    const control = asked[at % asked.length];
    if (control === undefined) {
      throw new Error("the catalogue has no control of instances");
    }
    const name = `orders-${Math.floor(at / asked.length)}`;
    return auditFinding(
      control,
      {
        control: control.id as ControlId,
        severity: control.severity,
        kind: control.subject,
        resource: `arn:aws:rds:${region}:${account}:db:${name}`,
        resourceName: name,
        region,
        found: "publiclyAccessible is true",
        needed: "it must be false",
        remediation: control.remediation,
      },
      { account, region },
    );
  });
  const scope = { account, region, complete: true, counts: noCounts, unread: [], seconds: 1.5 };
  return JSON.stringify({
    results: [{ scope, findings: all, accepted: [], undecided: [], incomplete: [] }],
    problems: [],
  });
}

main(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${error}\n`);
  process.exitCode = 1;
});
