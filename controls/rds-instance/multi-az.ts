import { engineNamed } from "../../engines";
import { mustBeOn, notApplicable } from "../answers";
import { defineControl } from "../control";

export const multiAz = defineControl<"dbInstances", { judgeReadReplicas: boolean }>({
  id: "rds-instance-multi-az",
  title: "RDS instance has a standby in another availability zone",
  subject: "dbInstances",
  severity: "medium",
  why: "An instance in one zone is gone for as long as its zone or its host is.",
  remediation: "Set multiAz to true.",
  peerIds: {
    securityHub: ["RDS.5"],
    cis: ["2.2.4"],
    nist: ["CP-6(2)", "CP-10", "SC-5(2)", "SC-36", "SI-13(5)"],
    checkov: ["CKV_AWS_157"],
    prowler: ["rds_instance_multi_az"],
  },
  options: {
    judgeReadReplicas: {
      schema: { type: "boolean", description: "Whether read replicas need a standby of their own." },
      default: false,
    },
  },
  looksAt: "resource",
  evaluate({ cluster, replicaSource, engine, multiAz: value }, _inventory, { judgeReadReplicas }) {
    if (cluster !== undefined) {
      return notApplicable("the zones of a cluster are judged with the cluster");
    }
    if (replicaSource !== undefined && !judgeReadReplicas) {
      return notApplicable("read replicas are not judged unless judgeReadReplicas is true");
    }
    if (typeof engine === "string" && engineNamed(engine)?.singleAzOnly?.includes(engine)) {
      return notApplicable(`${engine} cannot be multi-AZ`);
    }
    return mustBeOn("multiAz", value, "off by default");
  },
});
