import type { Inventory, Secret } from "../../inventory/model";
import { isUnknown } from "../../inventory/value";
import { notApplicable, undecided } from "../answers";
import type { Answer } from "../control";
import { isDatabaseSecret } from "../database-secrets";

/** Judges a secret only where it holds the password of a database. */
export function judgeDatabaseSecret(secret: Secret, inventory: Inventory, judge: () => Answer): Answer {
  const holdsPassword = isDatabaseSecret(secret, inventory);
  if (holdsPassword === false) {
    const { dbProxies, dbInstances, dbClusters } = inventory.unread;
    const unread = dbProxies ?? dbInstances ?? dbClusters;
    return unread === undefined
      ? notApplicable("no database or proxy of the inventory names the secret")
      : undecided(`the databases and proxies (${unread})`);
  }
  const answer = judge();
  return isUnknown(holdsPassword) && answer.answer === "fails" ? undecided(holdsPassword.waitsFor) : answer;
}
