import { isUnknown } from "../../inventory/value";
import { notApplicable, undecided } from "../answers";
import { clusterEngineOf } from "../cluster-engine";
import { defineControl } from "../control";
import { mustSetParameters } from "./parameters";

export const statementLogging = defineControl<"dbClusters", { profile: string }>({
  id: "rds-cluster-statement-logging",
  title: "RDS cluster logs DDL statements, connections and disconnections",
  subject: "dbClusters",
  severity: "medium",
  why: "Without a trail nobody can tell who connected and who changed the schema or its grants.",
  remediation:
    "Give the cluster a cluster parameter group of its own with log_statement ddl, log_connections 1 and log_disconnections 1, and its instances no parameter group that says otherwise.",
  peerIds: { checkov: ["CKV2_AWS_27"] },
  options: {
    profile: {
      schema: {
        type: "string",
        enum: ["baseline", "strict"],
        description: "baseline asks for statements and connections in the log, strict for pgaudit too.",
      },
      default: "baseline",
    },
  },
  looksAt: "inventory",
  evaluate(cluster, inventory, { profile }) {
    const engine = clusterEngineOf(cluster);
    if (isUnknown(engine)) {
      return undecided(engine.waitsFor);
    }
    const { statementLogging: settings, audit = [] } = engine;
    return settings === undefined
      ? notApplicable(`no parameter of ${engine.name} does that; its audit trail is judged instead`)
      : mustSetParameters(cluster, inventory, engine, profile === "strict" ? [...settings, ...audit] : settings);
  },
});
