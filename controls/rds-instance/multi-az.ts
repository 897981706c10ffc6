import { engineNamed } from "../../engines";
import type { DbInstance, Inventory } from "../../inventory/model";
import { isUnknown } from "../../inventory/value";
import { mustBeOn, notApplicable, undecided } from "../answers";
import { judgedWithCluster } from "../cluster-member";
import { type Answer, defineControl } from "../control";
import { namedEngineOf, runsFrom } from "../instance-engine";

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
  looksAt: "both",
  evaluate(instance, inventory, { judgeReadReplicas }) {
    const { replicaSource, multiAz: value } = instance;
    const byCluster = judgedWithCluster(instance, "zones");
    if (byCluster !== undefined) {
      return byCluster;
    }
    if (replicaSource !== undefined && !judgeReadReplicas) {
      return notApplicable("read replicas are not judged unless judgeReadReplicas is true");
    }
    const answer = mustBeOn("multiAz", value, "off by default");
    return answer.answer === "fails" ? exceptSingleAz(instance, inventory, answer) : answer;
  },
});

/** Some editions of SQL Server cannot be multi-AZ, or not in every version. */
function exceptSingleAz(instance: DbInstance, inventory: Inventory, answer: Answer): Answer {
  const engine = namedEngineOf(instance, inventory);
  if (isUnknown(engine)) {
    return undecided(engine.waitsFor);
  }
  const edition = engineNamed(engine.name)?.singleAzOnly?.find(({ name }) => name === engine.name.toLowerCase());
  if (edition === undefined) {
    return answer;
  }
  if (edition.until === undefined) {
    return notApplicable(`${edition.name} cannot be multi-AZ`);
  }
  const supported = runsFrom(engine.version, edition.until);
  if (isUnknown(supported)) {
    return undecided(supported.waitsFor);
  }
  return supported ? answer : notApplicable(`${edition.name} cannot be multi-AZ before version ${edition.until}`);
}
