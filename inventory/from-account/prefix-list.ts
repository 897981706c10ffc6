import type { PrefixListEntry } from "@aws-sdk/client-ec2";
import type { PrefixList } from "../model";
import { unknown } from "../value";
import type { Listing } from "./description";

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_GetManagedPrefixListEntries.html */
export function prefixList(id: string, entries: Listing<PrefixListEntry>, region: string): PrefixList {
  return {
    id,
    name: id,
    identifiers: [id],
    region,
    entries:
      entries.unread === undefined
        ? entries.items.map((entry) => entry.Cidr)
        : unknown(`the entries of ${id} (${entries.unread})`),
  };
}
