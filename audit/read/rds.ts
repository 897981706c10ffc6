import {
  type DBInstance,
  paginateDescribeDBInstances,
  paginateDescribeDBParameterGroups,
  paginateDescribeDBParameters,
  paginateDescribeOptionGroups,
  type RDSClient,
} from "@aws-sdk/client-rds";
import { isRdsInstance } from "../../inventory/from-account/db-instance";
import { isDefaultOptionGroup } from "../../inventory/from-account/db-option-group";
import { isDefaultParameterGroup } from "../../inventory/from-account/db-parameter-group";
import type { AccountDescription, Listing } from "../../inventory/from-account/description";
import type { Calls } from "./calls";

export function readInstances(client: RDSClient, calls: Calls): Promise<Listing<DBInstance>> {
  return calls.list("rds:DescribeDBInstances", paginateDescribeDBInstances({ client }, {}), (page) =>
    page.DBInstances?.filter(isRdsInstance),
  );
}

type Groups = Pick<AccountDescription, "dbParameterGroups" | "parameters" | "dbOptionGroups">;

/** The groups that the instances use; AWS's default groups hold nothing to ask about. */
export async function readGroups(client: RDSClient, calls: Calls, instances: readonly DBInstance[]): Promise<Groups> {
  const parameterGroups = namesOf(
    instances.flatMap((instance) => instance.DBParameterGroups ?? []).map((group) => group.DBParameterGroupName),
  ).filter((name) => !isDefaultParameterGroup(name));
  const optionGroups = namesOf(
    instances.flatMap((instance) => instance.OptionGroupMemberships ?? []).map((group) => group.OptionGroupName),
  ).filter((name) => !isDefaultOptionGroup(name));

  const [dbParameterGroups, parameters, dbOptionGroups] = await Promise.all([
    parameterGroups.length === 0
      ? nothing
      : calls.list(
          "rds:DescribeDBParameterGroups",
          paginateDescribeDBParameterGroups({ client }, {}),
          (page) => page.DBParameterGroups,
        ),
    Promise.all(parameterGroups.map(async (name) => [name, await readParameters(client, calls, name)] as const)),
    optionGroups.length === 0
      ? nothing
      : calls.list("rds:DescribeOptionGroups", paginateDescribeOptionGroups({ client }, {}), (page) =>
          page.OptionGroupsList?.filter((group) => optionGroups.includes(group.OptionGroupName ?? "")),
        ),
  ]);
  return { dbParameterGroups, parameters: new Map(parameters), dbOptionGroups };
}

/** Without a source the answer repeats some 400 defaults of the family. */
function readParameters(client: RDSClient, calls: Calls, group: string) {
  const pages = paginateDescribeDBParameters({ client }, { DBParameterGroupName: group, Source: "user" });
  return calls.list("rds:DescribeDBParameters", pages, (page) => page.Parameters, group);
}

const nothing = { items: [] };

function namesOf(names: readonly (string | undefined)[]): string[] {
  return [...new Set(names.flatMap((name) => name ?? []))];
}
