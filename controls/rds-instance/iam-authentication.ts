import { isUnknown } from "../../inventory/value";
import { mustBeOn, notApplicable, undecided } from "../answers";
import { judgedWithCluster } from "../cluster-member";
import { defineControl } from "../control";
import { leftToCustomer } from "../custom-engine";
import { engineOf, runsFrom } from "../instance-engine";

export const iamAuthentication = defineControl<"dbInstances", object>({
  id: "rds-instance-iam-authentication",
  title: "RDS instance takes IAM credentials",
  subject: "dbInstances",
  severity: "medium",
  why: "Passwords are shared, copied and kept; an IAM token is for one user and lasts 15 minutes.",
  remediation: "Set iamDatabaseAuthenticationEnabled to true and grant rds-db:connect to the roles that connect.",
  peerIds: {
    securityHub: ["RDS.10"],
    nist: ["AC-2(1)", "AC-3", "AC-3(7)", "AC-3(15)", "AC-6"],
    checkov: ["CKV_AWS_161"],
    trivy: ["AWS-0176"],
    prowler: ["rds_instance_iam_authentication_enabled"],
  },
  options: {},
  looksAt: "both",
  remedy: { types: ["aws:rds/instance:Instance"], properties: () => ({ iamDatabaseAuthenticationEnabled: true }) },
  evaluate(instance, inventory) {
    const elsewhere =
      judgedWithCluster(instance, "users and their log-in") ??
      leftToCustomer(instance, inventory, "IAM authentication");
    if (elsewhere !== undefined) {
      return elsewhere;
    }
    const answer = mustBeOn("iamDatabaseAuthenticationEnabled", instance.iamAuthentication, "off by default");
    if (answer.answer === "holds") {
      return answer;
    }
    const engine = engineOf(instance, inventory);
    if (isUnknown(engine)) {
      return undecided(engine.waitsFor);
    }
    const { name, version } = engine;
    const from = engine.facts.iamAuthenticationFrom;
    if (from === undefined) {
      return notApplicable(`${name} has no IAM authentication`);
    }
    const supported = runsFrom(version, from);
    if (isUnknown(supported)) {
      return undecided(supported.waitsFor);
    }
    return supported ? answer : notApplicable(`${name} has IAM authentication from version ${from}`);
  },
});
