import { type Kind, kindNames } from "../../inventory/model";
import { isRead, kindsOfType } from "../../inventory/program";
import { folded } from "./frameworks";

/**
 * The kinds of resource that a user means.
 * @param words a kind in words ("DB instance"), by its key ("dbInstances"), or a Pulumi type token
 * @returns undefined for what is none of them
 */
export function kindsOf(words: string): readonly Kind[] | undefined {
  if (isRead(words)) {
    return kindsOfType(words);
  }
  const kinds = Object.entries(kindNames) as [Kind, string][];
  const found = kinds.filter(([kind, name]) => [kind, name, `${name}s`].some((form) => folded(form) === folded(words)));
  return found.length === 0 ? undefined : found.map(([kind]) => kind);
}
