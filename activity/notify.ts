import { PublishCommand, type SNSClient } from "@aws-sdk/client-sns";
import type { Finding } from "./ocsf/detection-finding";

/** What was told already, as far as this process knows: a batch that comes again tells nothing twice. */
const told = new Set<string>();
const remembered = 5_000;

/**
 * Publishes a finding, without the SQL text, which only the bucket holds.
 * @returns the problem, when it could not
 */
export async function notify(
  sns: Pick<SNSClient, "send">,
  topicArn: string,
  { uid, title, ocsf }: Finding,
): Promise<string | undefined> {
  if (told.has(uid)) {
    return undefined;
  }
  const evidences = (ocsf.evidences as readonly Record<string, unknown>[]).map(({ data: _, ...evidence }) => evidence);
  try {
    await sns.send(
      new PublishCommand({
        TopicArn: topicArn,
        Subject: title.slice(0, 100),
        Message: JSON.stringify({ ...ocsf, evidences }),
      }),
    );
  } catch (error) {
    return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  }
  told.add(uid);
  const [oldest] = told;
  if (told.size > remembered && oldest !== undefined) {
    told.delete(oldest);
  }
  return undefined;
}
