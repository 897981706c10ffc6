import { detections } from "../activity/detections/catalogue";
import { activities, otherActivity } from "../activity/ocsf/activities";
import { mapping } from "../activity/ocsf/datastore-activity";
import { ocsfVersion } from "../activity/ocsf/version";
import { argumentTables, madeTables, row } from "./activity-component";
import { programs } from "./activity-programs";

/** The page about the record of activity: tables made from what the component and its consumer are, and the text around them. */
export async function activityPage(): Promise<string> {
  const { inputs, outputs } = argumentTables();
  const { resources, alarms } = await madeTables();
  return `# Activity monitoring

An \`ActivityMonitor\` reads the activity stream of an Aurora cluster, keeps every event in a bucket, tells of what looks
like an attack, and alarms when the record is late, has gaps or ends. [examples/activity](../examples/activity) is a stack
with one that can be deployed and taken down again.

In TypeScript:

\`\`\`ts
${programs.typescript}\`\`\`

In YAML, where \`packages\` names the folder of this package ([other languages](languages.md)):

\`\`\`yaml
${programs.yaml}\`\`\`

Then subscribe people or a pager to the topic.

## What AWS has a stream for

| engine | modes | not for |
| --- | --- | --- |
| aurora-postgresql | async, sync | Serverless, Babelfish, classes that start with db.t, some regions and older versions |
| aurora-mysql | async | Serverless, classes that start with db.t, some regions, versions before 2.11 |

Its members send it by way of KMS: on aurora-mysql their network needs an interface endpoint of KMS. Instances of RDS for
Oracle and SQL Server have activity streams too, which the RDS API starts and the AWS provider of Pulumi does not; an
\`ActivityMonitor\` refuses them. No other engine has one. The list of
[versions and regions](https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Concepts.Aurora_Fea_Regions_DB-eng.Feature.DBActivityStreams.html)
is AWS's.

Destroying a monitor leaves its stream running, and the stream's key with it: \`stopStreamOnDestroy: true\` ends both. For a
stream that runs already give \`streamName\` and \`streamKmsKeyArn\`; whoever deploys then needs kms:CreateGrant on that key.

The monitor stands where its cluster is: an ARN of another partition, region or account than that of the provider is refused,
by its name, and so is the stream of another cluster than \`clusterResourceId\` names.

## Arguments

${inputs}

## Outputs

${outputs}

## What is made

With the required arguments alone; what is made none of comes with others.

${resources}

## What it costs

Prices are [AWS's](https://aws.amazon.com/pricing/); these decide how much of each there is.

| what | what drives its cost |
| --- | --- |
| Kinesis | shards and bytes of the stream that RDS makes and scales, as long as it runs, heartbeats of each member too; it goes on after the monitor is destroyed, unless \`stopStreamOnDestroy\` |
| KMS | two keys each month, and a call for a data key each five minutes, shard and running consumer |
| Lambda | milliseconds of 1,024 MiB: by events, and by how few are in a record ([speed](#speed)) |
| Firehose | bytes delivered, each record rounded up to 5 KB; an event takes 1.6 KB and more in OCSF's form, with \`formats\` of both twice that |
| S3 | gzipped bytes, kept for \`bucket.expireDays\` and 30 more or, by default, for ever; 288 objects a day at least while there are events, their requests and those to KMS; \`bucket.archiveDays\` keeps them for less and reads them for more |
| CloudWatch | ${alarms.split("\n").length - 2} alarms, 7 metrics of the consumer's own, and a line of log for each batch |
| SQS, SNS | messages: hardly any, unless records cannot be read or detections find much |
| Athena | bytes that queries read: name \`day\` in each |
| Aurora | with \`mode: "sync"\` sessions wait for the stream; on aurora-mysql an interface endpoint of KMS, by the hour |

With an object lock in mode COMPLIANCE nothing ends the cost of what is stored before its days are over.

## Who can delete

The bucket keeps versions, so that overwriting or deleting an object hides it and no more; who may delete versions can end
it, and \`bucket.expireDays\` does: an object is hidden after so many days, and gone 30 days later. \`bucket.objectLockDays\` keeps each version for so many days from its delivery:

| bucket.objectLockMode | who can delete a version before its days are over, or shorten them |
| --- | --- |
| GOVERNANCE, the default | those who may do s3:BypassGovernanceRetention and say so in the request, as administrators may: it guards against mistakes and against who has no such right |
| COMPLIANCE | nobody, the account's root user neither: it guards against administrators too, and cannot be undone |

Both can be made longer. \`objectLockDays\` can be given and taken away later, and the bucket stays: it locks what is delivered
from then on, and what is locked stays so until its days are over. AWS lets nobody turn off Object Lock of a bucket: only its default
retention goes. Without \`objectLockDays\` nothing is locked. A bucket goes with the stack only when it is empty.

## Alarms

Each sends to the topic, when it starts and when it ends. A subscription is yours to make.

${alarms}

The threshold of behind is \`maxDelayMinutes\`.

## Layout

\`\`\`
s3://<bucket>/activity/cluster=<resource id>/day=<yyyy-MM-dd>/...gz    one event a line; the day of delivery, in UTC
s3://<bucket>/undelivered/cluster=<resource id>/...                    what Firehose itself could not deliver
s3://<bucket>/dead-letters/cluster=<resource id>/<shard>/<number>      records of over 256 KiB that could not be read
\`\`\`

Delivery is at least once. An event's \`metadata.uid\` (\`eventId\` in AWS's form) is made from the record's ciphertext and
the event's place in it: the same in every delivery and in a replay, and no two events share one. Readers drop repeats by
it, as the queries below do.

## Queries

With \`table: {}\` the monitor makes a table for Athena that works out its partitions itself. Failed log-ins of the last week:

\`\`\`sql
SELECT actor.user.name, src_endpoint.ip, count(DISTINCT metadata.uid) AS failed
FROM orders_activity
WHERE class_uid = 6005 AND activity_id = 3 AND status_id = 2
  AND day >= date_format(current_date - interval '7' day, '%Y-%m-%d')
GROUP BY 1, 2 ORDER BY failed DESC
\`\`\`

Who changed the structure of the database, and how:

\`\`\`sql
SELECT DISTINCT metadata.uid, from_unixtime(time / 1000) AS at, actor.user.name, query_info.query_string
FROM orders_activity
WHERE class_uid = 6005 AND activity_id IN (2, 6, 7) AND unmapped['class'] IN ('DDL', 'ROLE')
  AND day >= date_format(current_date - interval '30' day, '%Y-%m-%d')
ORDER BY at
\`\`\`

On aurora-mysql, whose classes are others, ask for \`unmapped['class'] = 'MAIN'\`. Findings, with the events behind them:

\`\`\`sql
SELECT DISTINCT finding_info.uid, severity, finding_info.title, message, finding_info.related_events
FROM orders_activity
WHERE class_uid = 2004 AND day >= date_format(current_date - interval '1' day, '%Y-%m-%d')
\`\`\`

## Detections

Each hit is a message to the topic, without SQL text, and a line of the bucket in OCSF's Detection Finding, class 2004.
Users of RDS itself, such as rdsadmin, are left out. Failed log-ins are counted by user and host, in windows of five minutes
and in each shard of the stream.

| id | severity | what it finds | options |
| --- | --- | --- | --- |
${detections.map(({ id, severity, title, description, options }) => row([id, severity, `${title}. ${description}`, options.join(", ") || "none"])).join("\n")}

\`off\` leaves detections out by their ids. That the stream itself is stopped is told by the alarms.

## When something fails

| fault | what happens |
| --- | --- |
| a record cannot be read: malformed, altered, under another key | it goes to the dead-letter queue, still encrypted, with the reason; the records around it are delivered; alarm dead-letters |
| the dead-letter queue does not take it | the batch stops before it and comes again |
| KMS denies or throttles, or the key is disabled | the batch stops before the record and comes again for as long as the stream keeps it; alarm key-unavailable |
| Firehose throttles | what it did not take is sent again, that alone; when the time is up the batch comes again from there |
| the topic does not take a finding | the batch comes again from its record |
| Firehose cannot write to the bucket | it tries for [24 hours](https://docs.aws.amazon.com/firehose/latest/dev/retry.html) and then drops the data: alarm not-delivered, after half an hour |
| the consumer dies, or its time is up in the middle | the batch comes again, halved; events may come twice; alarm errors |
| the consumer is a day behind | the stream drops what was not read: alarm behind, 15 minutes after it began |
| the database sends nothing for five minutes | alarms stream-stopped and no-heartbeat |
| an event is over 1,000 KiB | its long fields are cut and \`metadata.is_truncated\` says so |

AWS Lambda's own on-failure queue would hold where a record lay and not the record, so the consumer fills the queue
itself. A record that no retry can read goes there at the first reading, after a second try with the data key asked anew:
Lambda would otherwise hold up all records behind it.

\`\`\`
npx aws-secure-database activity replay --queue <deadLetterQueueUrl> --function <functionName>
\`\`\`

sends dead letters through again, once what made them is mended. Letters stay in the queue for 14 days.

## Speed

Microseconds of one core that an event took in \`npm run bench -- activity\`, beside AES-GCM and gunzip alone of the same content:

| events in a record | AES-GCM, gunzip | the consumer | ratio |
| --- | --- | --- | --- |
| 1 | 25 | 146 | 0.17 |
| 100 | 1.9 | 19 | 0.10 |
| 1000 | 1.8 | 17 | 0.10 |

That is 6,000 to 58,000 events a second and core. The aim was half the speed of AES-GCM and gunzip, and it is missed. Where the
time goes, by taking each part alone in the same run; the rest is the collector's:

| events in a record | base64, digest | AWS Encryption SDK | gunzip | JSON.parse | detections | detections and OCSF |
| --- | --- | --- | --- | --- | --- | --- |
| 1 | 4.5 | 76 | 13 | 2.6 | 1.0 | 8.4 |
| 100 | 0.5 | 1.1 | 1.8 | 2.0 | 0.9 | 9.9 |
| 1000 | 0.7 | 0.9 | 1.6 | 2.2 | 0.8 | 9.5 |

With many events in a record, AES-GCM, gunzip and JSON.parse alone take twice the floor: whatever reads the JSON misses the aim, and
writing OCSF, 1.6 KB an event, costs four times as much as reading it. A CPU profile names no function of it with more than a
sixth, and writing objects by \`JSON.stringify\` or texts by joining strings takes longer. With one event in a record it is the SDK,
whose keyring, key derivation and checks are made anew for each, as each message has a key of its own; the profile names the
collector, a fifth of it, and no function with more than a fifteenth. Signatures are no part of it: messages in the suites without
one, such as 0x0178, which a published record of RDS is in, go the short way, and signed ones that of the SDK.

## OCSF

Events are written in version ${ocsfVersion} of [OCSF](https://schema.ocsf.io/${ocsfVersion}/classes/datastore_activity), class
Datastore Activity (6005), with its profile \`cloud\`. \`formats: ["aws"]\` writes them as AWS does, with \`eventId\`,
\`clusterId\` and \`instanceId\` added. \`mask\` puts \`[masked]\` in place of SQL text, error messages or parameters.

| attribute | of AWS's fields | how |
| --- | --- | --- |
${mapping.map(({ to, from, how = "" }) => row([to, from.join(", "), how])).join("\n")}
| unmapped | all others, and those named above that are carried in part | as they are, without empty ones |

| activity_id | activity_name | SQL commands |
| --- | --- | --- |
${activities.map(({ id, name, verbs }) => row([String(id), name, verbs.join(", ")])).join("\n")}
| ${otherActivity} | the command | any other |
`;
}
