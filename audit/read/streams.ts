import {
  type ApplicationAutoScalingClient,
  paginateDescribeScalableTargets,
} from "@aws-sdk/client-application-auto-scaling";
import { DescribeStreamSummaryCommand, type KinesisClient } from "@aws-sdk/client-kinesis";
import {
  type DescribedTable,
  type DynamodbDescription,
  type Fact,
  readValue,
} from "../../inventory/from-account/description";
import type { Calls } from "./calls";
import { unlessGone } from "./gone";

/** What scales tables. */
export function readScalingTargets(
  client: ApplicationAutoScalingClient,
  calls: Calls,
): Promise<DynamodbDescription["scalingTargets"]> {
  return calls.list(
    "application-autoscaling:DescribeScalableTargets",
    paginateDescribeScalableTargets({ client }, { ServiceNamespace: "dynamodb" }),
    (page) => page.ScalableTargets,
  );
}

/** The Kinesis streams that tables send their changes to; one that was deleted since is left out. */
export async function readKinesisStreams(
  client: KinesisClient,
  calls: Calls,
  tables: readonly DescribedTable[],
): Promise<DynamodbDescription["kinesisStreams"]> {
  const arns = tables.flatMap(({ destinations }) =>
    (readValue(destinations) ?? []).flatMap(({ StreamArn }) => StreamArn ?? []),
  );
  const streams = await Promise.all(
    [...new Set(arns)].map(async (StreamARN) => {
      const stream = await calls.fact("kinesis:DescribeStreamSummary", StreamARN, async () => {
        const answer = await unlessGone(client.send(new DescribeStreamSummaryCommand({ StreamARN })));
        return answer?.StreamDescriptionSummary;
      });
      return known(StreamARN, stream);
    }),
  );
  return new Map(streams.flat());
}

/** The fact under the name that was asked about, unless AWS knows nothing of that name. */
function known<T>(name: string, fact: Fact<T | undefined>): readonly (readonly [string, Fact<T>])[] {
  if ("unread" in fact) {
    return [[name, fact]];
  }
  return fact.value === undefined ? [] : [[name, { value: fact.value }]];
}
