import type { EventSubscription, Inventory, Resource } from "../../inventory/model";
import { isUnknown, type Unknown, unknown } from "../../inventory/value";

/** Whether subscriptions send an event: they do, they do not, or what that waits for. */
export type Coverage = "sent" | "none" | Unknown;

type Sender = (sourceType: string, category: string) => Coverage;

const indexes = new WeakMap<Inventory, ReadonlyMap<string | undefined, readonly EventSubscription[]>>();

/** The subscriptions of a region; one whose region is left to the provider may be of any. */
export function subscriptionsOf(inventory: Inventory, { region }: Resource): readonly Sender[] {
  const index = indexes.get(inventory) ?? byRegion(inventory);
  indexes.set(inventory, index);
  const sure = (index.get(region) ?? []).map(senderOf);
  const others =
    region === undefined
      ? [...index].filter(([key]) => key !== undefined).flatMap(([, list]) => list)
      : index.get(undefined);
  const perhaps = (others ?? []).map((subscription): Sender => {
    const sends = senderOf(subscription);
    return (sourceType, category) =>
      sends(sourceType, category) === "none"
        ? "none"
        : unknown(`the region of event subscription ${subscription.name}`);
  });
  return [...sure, ...perhaps];
}

/** What several subscriptions send together. */
export function coverageOf(subscriptions: readonly Sender[], sourceType: string, category: string): Coverage {
  const found = subscriptions.map((sends) => sends(sourceType, category));
  return found.includes("sent") ? "sent" : (found.find((coverage) => coverage !== "none") ?? "none");
}

/**
 * What one subscription sends; one that lists its sources leaves out all others.
 * https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateEventSubscription.html
 */
function senderOf({ enabled, sourceType, sourceIds = [], categories = [] }: EventSubscription): Sender {
  return (wantedType, wantedCategory) => {
    const listsSources = Array.isArray(sourceIds) && sourceIds.length > 0;
    const isOfOther = typeof sourceType === "string" && sourceType.toLowerCase() !== wantedType;
    if (enabled === false || listsSources || isOfOther) {
      return "none";
    }
    const named = isUnknown(categories) ? categories : categoryAmong(categories, wantedCategory);
    if (named === "none") {
      return "none";
    }
    return [enabled, sourceType, sourceIds, named].find(isUnknown) ?? "sent";
  };
}

function categoryAmong(categories: readonly EventSubscription["sourceType"][], wanted: string): Coverage {
  if (
    categories.length === 0 ||
    categories.some((category) => typeof category === "string" && category.toLowerCase() === wanted)
  ) {
    return "sent";
  }
  return categories.find(isUnknown) ?? "none";
}

function byRegion({ eventSubscriptions }: Inventory): ReadonlyMap<string | undefined, readonly EventSubscription[]> {
  const index = new Map<string | undefined, EventSubscription[]>();
  for (const subscription of eventSubscriptions) {
    const list = index.get(subscription.region) ?? [];
    list.push(subscription);
    index.set(subscription.region, list);
  }
  return index;
}
