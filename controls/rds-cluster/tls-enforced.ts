import { isUnknown } from "../../inventory/value";
import { undecided } from "../answers";
import { clusterEngineOf } from "../cluster-engine";
import { defineControl } from "../control";
import { mustSetParameters } from "./parameters";

export const tlsEnforced = defineControl<"dbClusters", object>({
  id: "rds-cluster-tls-enforced",
  title: "RDS cluster refuses connections without TLS",
  subject: "dbClusters",
  severity: "high",
  why: "Without enforcement a client can send passwords, queries and rows in clear text and nobody notices.",
  remediation:
    "Give the cluster a cluster parameter group of its own that forces TLS: rds.force_ssl 1 on PostgreSQL, require_secure_transport ON on MySQL.",
  peerIds: { prowler: ["rds_instance_transport_encrypted"] },
  options: {},
  looksAt: "inventory",
  evaluate(cluster, inventory) {
    const engine = clusterEngineOf(cluster);
    return isUnknown(engine) ? undecided(engine.waitsFor) : mustSetParameters(cluster, inventory, engine, engine.tls);
  },
});
