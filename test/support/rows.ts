import type { Inventory } from "../../inventory/model";
import { pending, program, type Row } from "./program";

type RowOf<Type extends Row["type"]> = Extract<Row, { type: Type }>;
type InstanceProps = NonNullable<RowOf<"aws:rds/instance:Instance">["props"]>;
type TableProps = NonNullable<RowOf<"aws:dynamodb/table:Table">["props"]>;

/** The instance that a case is about. */
export function subjectInstance(props: InstanceProps): Row {
  return { type: "aws:rds/instance:Instance", name: "subject", props: { engine: "postgres", ...props } };
}

/** The table that a case is about. */
export function subjectTable(props: TableProps): Row {
  return { type: "aws:dynamodb/table:Table", name: "subject", props };
}

export const customerKey: Row = { type: "aws:kms/key:Key", name: "key", props: {} };

/** An instance with a parameter group, both made in the same program. */
export function withParameters(
  props: InstanceProps,
  family: string,
  parameters: readonly { readonly name: string; readonly value: string; readonly applyMethod?: string }[],
): readonly Row[] {
  return [
    subjectInstance({ parameterGroupName: pending("group"), ...props }),
    { type: "aws:rds/parameterGroup:ParameterGroup", name: "group", props: { family, parameters } },
  ];
}

/** The same resources as an account shows them: all that there is, with nothing to come. */
export function inAccount(rows: readonly Row[]): Inventory {
  return { ...program(rows), scope: "account" };
}

/** A member of a DB cluster that a case is about, with everything that a control of instances could mind. */
export const memberOfCluster: readonly Row[] = [
  {
    type: "aws:rds/clusterInstance:ClusterInstance",
    name: "subject",
    props: {
      clusterIdentifier: "orders",
      engine: "aurora-postgresql",
      instanceClass: "db.r8g.large",
      publiclyAccessible: true,
      monitoringInterval: 0,
      performanceInsightsEnabled: false,
      copyTagsToSnapshot: false,
      autoMinorVersionUpgrade: false,
    },
  },
];

/** An instance of an Aurora engine, which is a member of a cluster that its type cannot name. */
/** A member of a cluster of the same program. */
export function memberOf(props: NonNullable<RowOf<"aws:rds/cluster:Cluster">["props"]>): readonly Row[] {
  return [
    { type: "aws:rds/cluster:Cluster", name: "cluster", props: { engine: "aurora-postgresql", ...props } },
    {
      type: "aws:rds/clusterInstance:ClusterInstance",
      name: "subject",
      props: { clusterIdentifier: pending("cluster"), engine: "aurora-postgresql", instanceClass: "db.r8g.large" },
    },
  ];
}

export const auroraInstance: readonly Row[] = [
  subjectInstance({ engine: "aurora-mysql", publiclyAccessible: true, autoMinorVersionUpgrade: false }),
];
