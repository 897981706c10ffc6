import type { DbInstance } from "../../inventory/model";
import { notApplicable } from "../answers";
import type { Answer } from "../control";

/**
 * The answer about a member of a DB cluster where its cluster decides, or where a control about members does.
 * Undefined for an instance of its own.
 * @param matter as in "backups"
 */
export function judgedWithCluster({ cluster }: DbInstance, matter: string): Answer | undefined {
  return cluster === undefined
    ? undefined
    : notApplicable(`the ${matter} of a cluster member are judged with its cluster`);
}
