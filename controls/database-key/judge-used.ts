import type { Inventory, KmsKey } from "../../inventory/model";
import { isUnknown } from "../../inventory/value";
import { notApplicable, undecided } from "../answers";
import type { Answer } from "../control";
import { isUsedByDatabase } from "./used-keys";

/** Judges a key only where a database uses it; keys that AWS manages are nobody's to mend. */
export function judgeUsed(key: KmsKey, inventory: Inventory, judge: (key: KmsKey) => Answer): Answer {
  if (key.manager === "aws") {
    return notApplicable("AWS manages the key");
  }
  const answer = judge(key);
  if (answer.answer === "holds" || answer.answer === "not-applicable") {
    return answer;
  }
  const used = isUsedByDatabase(key, inventory);
  if (used === false) {
    return notApplicable("no database of the inventory uses the key");
  }
  return isUnknown(used) && answer.answer === "fails" ? undecided(used.waitsFor) : answer;
}
