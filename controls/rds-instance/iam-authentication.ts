import { engineNamed } from "../../engines";
import { isVersionFrom } from "../../engines/version";
import { isUnknown } from "../../inventory/value";
import { mustBeOn, notApplicable, undecided } from "../answers";
import { defineControl } from "../control";

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
  looksAt: "resource",
  evaluate({ cluster, engine, engineVersion, iamAuthentication: value }) {
    if (cluster !== undefined) {
      return notApplicable("IAM authentication of a cluster member is that of its cluster");
    }
    const answer = mustBeOn("iamDatabaseAuthenticationEnabled", value, "off by default");
    if (answer.answer === "holds") {
      return answer;
    }
    if (isUnknown(engine)) {
      return undecided(engine.waitsFor);
    }
    const facts = engine === undefined ? undefined : engineNamed(engine);
    if (facts === undefined) {
      return answer;
    }
    if (facts.iamAuthenticationFrom === undefined) {
      return notApplicable(`${engine} has no IAM authentication`);
    }
    if (isUnknown(engineVersion)) {
      return facts.iamAuthenticationFrom === "0" ? answer : undecided(engineVersion.waitsFor);
    }
    return engineVersion === undefined || isVersionFrom(engineVersion, facts.iamAuthenticationFrom)
      ? answer
      : notApplicable(`${engine} has IAM authentication from version ${facts.iamAuthenticationFrom}`);
  },
});
