import type { Lists, SecurityGroup } from "../model";
import { isUnknown, unknown } from "../value";

/**
 * Marks and adds the groups that databases carry by an id that the program does not declare, once each: of their rules
 * it shows those that it adds itself, if any.
 */
export function withGroupsElsewhere(lists: Lists): readonly SecurityGroup[] {
  const { securityGroups, dbInstances, dbClusters, dbProxies, dbProxyEndpoints, daxClusters } = lists;
  const declared = new Map(securityGroups.flatMap((group) => group.identifiers.map((id) => [id, group])));
  const elsewhere = new Map<string, SecurityGroup>();
  for (const carrier of [...dbInstances, ...dbClusters, ...dbProxies, ...dbProxyEndpoints, ...daxClusters]) {
    const groups = carrier.securityGroups;
    for (const id of groups === undefined || isUnknown(groups) ? [] : groups) {
      if (typeof id !== "string" || elsewhere.has(id) || !isGroupId(id)) {
        continue;
      }
      const known = declared.get(id);
      if (known === undefined) {
        elsewhere.set(id, {
          // Reported under the database, as the group has no URN.
          id: `${carrier.id}#${id}`,
          name: `${carrier.name} (security group ${id})`,
          identifiers: [id],
          ...(carrier.region === undefined ? {} : { region: carrier.region }),
          vpc: undefined,
          default: false,
          description: unknown("the description of the group"),
          elsewhere: true,
        });
      } else if (known.id.includes("#")) {
        elsewhere.set(id, { ...known, elsewhere: true });
      }
    }
  }
  const replaced = new Set([...elsewhere.values()].map(({ id }) => id));
  return [...securityGroups.filter(({ id }) => !replaced.has(id)), ...elsewhere.values()];
}

function isGroupId(reference: string): boolean {
  return /^sg-[0-9a-f]+$/i.test(reference);
}
