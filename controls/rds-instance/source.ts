import type { DbInstance, Inventory } from "../../inventory/model";
import { isObserved } from "../../inventory/observed";
import { type Resolution, resolve } from "../../inventory/resolve";
import { fails, undecided } from "../answers";
import type { Answer } from "../control";

/**
 * Judges an instance by what it is made from, where that decides about its storage: a replica has the encryption
 * of its source, a restore that of its snapshot or backup. Undefined where the instance's own properties decide.
 * https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Overview.Encryption.html
 */
export function judgeBySource(
  instance: DbInstance,
  inventory: Inventory,
  judge: (source: DbInstance) => Answer,
): Answer | undefined {
  if (isObserved(inventory, instance)) {
    return undefined;
  }
  const origin = originOf(instance, inventory);
  if (origin === undefined) {
    return undefined;
  }
  switch (origin.source.to) {
    case "resource":
      return origin.source.resource.id === instance.id
        ? undefined
        : judgedAs(origin.what, judge(origin.source.resource));
    case "outside":
      return undecided(`the encryption of ${origin.what} ${origin.source.identifier}, not in this ${inventory.scope}`);
    case "unknown":
      return undecided(`the encryption of its ${origin.what} (${origin.source.unknown.waitsFor})`);
    case "nothing":
      return undecided(`the encryption of its ${origin.what}`);
  }
}

interface Origin {
  readonly what: string;
  readonly source: Resolution<DbInstance>;
}

function originOf(instance: DbInstance, inventory: Inventory): Origin | undefined {
  if (instance.snapshot !== undefined) {
    const snapshot = resolve(inventory, "dbSnapshots", instance.snapshot);
    return {
      what: "snapshot",
      source: snapshot.to === "resource" ? resolve(inventory, "dbInstances", snapshot.resource.instance) : snapshot,
    };
  }
  const source = instance.replicaSource ?? instance.restoreSource;
  return source === undefined ? undefined : { what: "source", source: resolve(inventory, "dbInstances", source) };
}

function judgedAs(what: string, answer: Answer): Answer {
  return answer.answer === "fails"
    ? fails(`the ${what} that it is made from fails: ${answer.found}`, answer.needed)
    : answer;
}
