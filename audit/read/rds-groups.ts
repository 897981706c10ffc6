import {
  type DBCluster,
  type DBInstance,
  paginateDescribeDBClusterParameterGroups,
  paginateDescribeDBClusterParameters,
  paginateDescribeDBParameterGroups,
  paginateDescribeDBParameters,
  paginateDescribeOptionGroups,
  type RDSClient,
} from "@aws-sdk/client-rds";
import { isDefaultOptionGroup } from "../../inventory/from-account/db-option-group";
import { isDefaultParameterGroup } from "../../inventory/from-account/db-parameter-group";
import type { RdsDescription } from "../../inventory/from-account/description";
import type { Calls } from "./calls";

type Groups = Pick<
  RdsDescription,
  "dbParameterGroups" | "parameters" | "dbClusterParameterGroups" | "clusterParameters" | "dbOptionGroups"
>;

/** The groups that instances and clusters use; AWS's default groups hold nothing to ask about. */
export async function readGroups(
  client: RDSClient,
  calls: Calls,
  instances: readonly DBInstance[],
  clusters: readonly DBCluster[],
): Promise<Groups> {
  const parameterGroups = namesOf(
    instances.flatMap((instance) => instance.DBParameterGroups ?? []).map((group) => group.DBParameterGroupName),
  ).filter((name) => !isDefaultParameterGroup(name));
  const clusterGroups = namesOf(clusters.map((cluster) => cluster.DBClusterParameterGroup)).filter(
    (name) => !isDefaultParameterGroup(name),
  );
  const optionGroups = namesOf(
    instances.flatMap((instance) => instance.OptionGroupMemberships ?? []).map((group) => group.OptionGroupName),
  ).filter((name) => !isDefaultOptionGroup(name));

  const [dbParameterGroups, parameters, dbClusterParameterGroups, clusterParameters, dbOptionGroups] =
    await Promise.all([
      parameterGroups.length === 0
        ? nothing
        : calls.list(
            "rds:DescribeDBParameterGroups",
            paginateDescribeDBParameterGroups({ client }, {}),
            (page) => page.DBParameterGroups,
          ),
      Promise.all(parameterGroups.map(async (name) => [name, await readParameters(client, calls, name)] as const)),
      clusterGroups.length === 0
        ? nothing
        : calls.list(
            "rds:DescribeDBClusterParameterGroups",
            paginateDescribeDBClusterParameterGroups({ client }, {}),
            (page) => page.DBClusterParameterGroups,
          ),
      Promise.all(clusterGroups.map(async (name) => [name, await readClusterParameters(client, calls, name)] as const)),
      optionGroups.length === 0
        ? nothing
        : calls.list("rds:DescribeOptionGroups", paginateDescribeOptionGroups({ client }, {}), (page) =>
            page.OptionGroupsList?.filter((group) => optionGroups.includes(group.OptionGroupName ?? "")),
          ),
    ]);
  return {
    dbParameterGroups,
    parameters: new Map(parameters),
    dbClusterParameterGroups,
    clusterParameters: new Map(clusterParameters),
    dbOptionGroups,
  };
}

/** Without a source the answer repeats some 400 defaults of the family. */
function readParameters(client: RDSClient, calls: Calls, group: string) {
  const pages = paginateDescribeDBParameters({ client }, { DBParameterGroupName: group, Source: "user" });
  return calls.list("rds:DescribeDBParameters", pages, (page) => page.Parameters, group);
}

function readClusterParameters(client: RDSClient, calls: Calls, group: string) {
  const pages = paginateDescribeDBClusterParameters({ client }, { DBClusterParameterGroupName: group, Source: "user" });
  return calls.list("rds:DescribeDBClusterParameters", pages, (page) => page.Parameters, group);
}

const nothing = { items: [] };

function namesOf(names: readonly (string | undefined)[]): string[] {
  return [...new Set(names.flatMap((name) => name ?? []))];
}
