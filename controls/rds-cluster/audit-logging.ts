import { isUnknown } from "../../inventory/value";
import { notApplicable, undecided } from "../answers";
import { clusterEngineOf } from "../cluster-engine";
import { defineControl } from "../control";
import { mustSetParameters } from "./parameters";

export const auditLogging = defineControl<"dbClusters", object>({
  id: "rds-cluster-audit-logging",
  title: "RDS cluster writes an audit trail",
  subject: "dbClusters",
  severity: "medium",
  why: "Without an audit trail nobody can tell afterwards who connected and what they did.",
  remediation:
    "Give the cluster a cluster parameter group of its own: server_audit_logging 1 with server_audit_events CONNECT,QUERY_DDL,QUERY_DCL on aurora-mysql, shared_preload_libraries pgaudit with pgaudit.log ddl,role on PostgreSQL.",
  peerIds: {
    securityHub: ["RDS.45"],
    nist: [
      "AC-2(4)",
      "AC-4(26)",
      "AC-6(9)",
      "AU-2",
      "AU-3",
      "AU-6(3)",
      "AU-6(4)",
      "AU-10",
      "AU-12",
      "CA-7",
      "SC-7(9)",
      "SI-3(8)",
      "SI-4(20)",
      "SI-7(8)",
    ],
  },
  options: {},
  looksAt: "inventory",
  evaluate(cluster, inventory) {
    const engine = clusterEngineOf(cluster);
    if (isUnknown(engine)) {
      return undecided(engine.waitsFor);
    }
    return engine.audit === undefined
      ? notApplicable(`${engine.name} has no audit trail on a Multi-AZ DB cluster`)
      : mustSetParameters(cluster, inventory, engine, engine.audit);
  },
});
