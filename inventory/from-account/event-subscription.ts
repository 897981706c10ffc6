import type { EventSubscription as AwsEventSubscription } from "@aws-sdk/client-rds";
import type { EventSubscription } from "../model";

/** States in which nobody receives what a subscription sends, though it is on. */
const mute = ["no-permission", "topic-not-exist", "deleting"];

/** https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_EventSubscription.html */
export function eventSubscription(subscription: AwsEventSubscription, region: string): EventSubscription {
  const name = subscription.CustSubscriptionId ?? "";
  const id = subscription.EventSubscriptionArn ?? name;
  return {
    id,
    name,
    identifiers: [id, name],
    region,
    enabled: (subscription.Enabled ?? false) && !mute.includes(subscription.Status ?? ""),
    sourceType: subscription.SourceType || undefined,
    sourceIds: subscription.SourceIdsList ?? [],
    categories: subscription.EventCategoriesList ?? [],
  };
}
