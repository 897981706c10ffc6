import assert from "node:assert/strict";
import { SecureCluster, type SecureClusterArgs } from "../../../components";
import { type Run, run } from "../../support/mocks";

const clusterGroup = "aws:rds/clusterParameterGroup:ClusterParameterGroup";
const group = "aws:rds/parameterGroup:ParameterGroup";

async function made(args: SecureClusterArgs): Promise<Run> {
  const ran = await run(() => new SecureCluster("orders", args));
  assert.equal(ran.error, undefined);
  return ran;
}

describe("the parameter groups of SecureCluster", () => {
  const groups: [
    engine: string,
    engineVersion: string,
    family: string,
    cluster: string[],
    own: string[] | undefined,
  ][] = [
    [
      "aurora-postgresql",
      "17",
      "aurora-postgresql17",
      [
        "log_connections=1",
        "log_disconnections=1",
        "log_statement=ddl",
        "pgaudit.log=ddl,role",
        "rds.force_ssl=1",
        "shared_preload_libraries=pg_stat_statements,pgaudit (pending-reboot)",
      ],
      [],
    ],
    [
      "aurora-mysql",
      "8.0",
      "aurora-mysql8.0",
      ["require_secure_transport=ON", "server_audit_events=CONNECT,QUERY_DDL,QUERY_DCL", "server_audit_logging=1"],
      ["log_output=FILE (pending-reboot)", "slow_query_log=1 (pending-reboot)"],
    ],
    [
      "mysql",
      "8.4",
      "mysql8.4",
      ["log_output=FILE (pending-reboot)", "require_secure_transport=1", "slow_query_log=1 (pending-reboot)"],
      undefined,
    ],
  ];
  for (const [engine, engineVersion, family, cluster, own] of groups) {
    it(`has the parameters of ${engine}`, async () => {
      const ran = await made({ engine, engineVersion });
      const ofCluster = ran.one(clusterGroup).inputs;
      assert.deepEqual([ofCluster.family, parameters(ofCluster)], [family, cluster]);
      const [ofMembers] = ran.resources.filter(({ type }) => type === group);
      assert.deepEqual(ofMembers === undefined ? undefined : parameters(ofMembers.inputs), own);
      assert.equal(ofMembers?.inputs.family, own === undefined ? undefined : family);
    });
  }

  it("merges a user's parameters, and takes their word over its own defaults", async () => {
    const ran = await made({
      engine: "aurora-mysql",
      clusterParameters: { Time_Zone: "UTC" },
      instanceParameters: { SLOW_QUERY_LOG: "0", long_query_time: "2" },
    });
    assert.ok(parameters(ran.one(clusterGroup).inputs).includes("time_zone=UTC (pending-reboot)"));
    assert.deepEqual(parameters(ran.one(group).inputs), [
      "log_output=FILE (pending-reboot)",
      "long_query_time=2 (pending-reboot)",
      "slow_query_log=0 (pending-reboot)",
    ]);
  });
});

function parameters({ parameters: list }: Readonly<Record<string, unknown>>): string[] {
  return ((list ?? []) as { name: string; value: string; applyMethod: string }[]).map(
    ({ name, value, applyMethod }) => `${name}=${value}${applyMethod === "immediate" ? "" : ` (${applyMethod})`}`,
  );
}
