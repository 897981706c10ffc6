import type { Inventory } from "../../inventory/model";
import { type NativeRow, pending, program, type Row } from "./program";

type RowOf<Type extends Row["type"]> = Extract<Row, { type: Type }>;
type Props<Type extends Row["type"]> = NonNullable<RowOf<Type>["props"]>;

/** The cluster that a case is about. */
export function subjectCluster(props: Props<"aws:rds/cluster:Cluster">): Row {
  return clusterRow("subject", props);
}

export function clusterRow(name: string, props: Props<"aws:rds/cluster:Cluster">): Row {
  return { type: "aws:rds/cluster:Cluster", name, props: { engine: "aurora-postgresql", ...props } };
}

/** An instance of the cluster called "subject". */
export function memberRow(name: string, props: Partial<Props<"aws:rds/clusterInstance:ClusterInstance">> = {}): Row {
  return {
    type: "aws:rds/clusterInstance:ClusterInstance",
    name,
    props: {
      clusterIdentifier: pending("subject"),
      engine: "aurora-postgresql",
      instanceClass: "db.r6g.large",
      ...props,
    },
  };
}

/** An instance that a case is about, of a cluster called "orders". */
export function subjectMember(props: Partial<Props<"aws:rds/clusterInstance:ClusterInstance">>): Row {
  return memberRow("subject", { clusterIdentifier: pending("orders"), ...props });
}

/** A Multi-AZ DB cluster, whose members RDS makes. */
export function multiAzRow(props: Props<"aws:rds/cluster:Cluster">): Row {
  return clusterRow("subject", {
    engine: "postgres",
    dbClusterInstanceClass: "db.m6gd.large",
    allocatedStorage: 100,
    ...props,
  });
}

/** The same of aws-native. */
export function nativeMultiAzRow(props: NativeRow["props"]): Row {
  return {
    type: "aws-native:rds:DbCluster",
    name: "subject",
    props: { engine: "mysql", dbClusterInstanceClass: "db.m6gd.large", allocatedStorage: 100, ...props },
  };
}

type Parameters = readonly { readonly name: string; readonly value: string; readonly applyMethod?: string }[];

/** A cluster with a cluster parameter group, both made in the same program. */
export function withClusterParameters(
  props: Props<"aws:rds/cluster:Cluster">,
  family: string,
  parameters: Parameters,
): readonly Row[] {
  return [
    subjectCluster({ dbClusterParameterGroupName: pending("group"), ...props }),
    { type: "aws:rds/clusterParameterGroup:ClusterParameterGroup", name: "group", props: { family, parameters } },
  ];
}

export function parameterGroupRow(name: string, family: string, parameters: Parameters): Row {
  return { type: "aws:rds/parameterGroup:ParameterGroup", name, props: { family, parameters } };
}

/** The same resources as an account has them. */
export function inAccount(rows: readonly Row[], more: Partial<Inventory> = {}): Inventory {
  return { ...program(rows), scope: "account", ...more };
}
