import type { Part } from "../program/adaptor";
import type { ProgramResource } from "../program/program-resource";
import { Properties } from "../program/properties";
import { isUnknown } from "../value";
import { nativeResource } from "./native-resource";

/** AWS::EC2::PrefixList */
export function prefixList(resource: ProgramResource): Part {
  const entries = Properties.of(resource).objects("entries") ?? [];
  return {
    prefixLists: [
      {
        ...nativeResource(resource, ["prefixListId"]),
        entries: isUnknown(entries)
          ? entries
          : entries.map((entry) => (entry === undefined || isUnknown(entry) ? entry : entry.string("cidr"))),
      },
    ],
  };
}
