import { resolve } from "../../inventory/resolve";
import { isUnknown } from "../../inventory/value";
import { fails, holds, notApplicable, undecided } from "../answers";
import { judgedWithCluster } from "../cluster-member";
import { defineControl } from "../control";

const needed = "it must name a secret of Secrets Manager";

export const domainSecret = defineControl<"dbInstances", object>({
  id: "rds-instance-domain-secret",
  title: "RDS instance joins a domain with credentials from Secrets Manager",
  subject: "dbInstances",
  severity: "low",
  why: "The user that joins servers to a domain is worth stealing, and a text in a program is where it gets stolen.",
  remediation: "Set domainAuthSecretArn to the ARN of a secret with the credentials of the joining user.",
  peerIds: {},
  options: {},
  looksAt: "both",
  evaluate(instance, inventory) {
    const byCluster = judgedWithCluster(instance, "users and passwords");
    if (byCluster !== undefined) {
      return byCluster;
    }
    const { domainFqdn, domainAuthSecret: secret } = instance;
    if (secret === undefined) {
      if (domainFqdn === undefined) {
        return notApplicable("it joins no self-managed domain");
      }
      return isUnknown(domainFqdn)
        ? undecided(domainFqdn.waitsFor)
        : fails("domainAuthSecretArn is not set beside domainFqdn", needed);
    }
    if (isUnknown(secret)) {
      // A secret that is still to be made is one all the same.
      return resolve(inventory, "secrets", secret).to === "resource" ? holds : undecided(secret.waitsFor);
    }
    return /^arn:[a-z-]{1,20}:secretsmanager:/.test(secret)
      ? holds
      : fails("domainAuthSecretArn is a text that is no ARN of Secrets Manager", needed);
  },
});
