import * as pulumi from "@pulumi/pulumi";
import * as pulumiservice from "@pulumi/pulumiservice";
import type { ControlId } from "aws-secure-database/policies";

type EnforcementLevel = "advisory" | "mandatory" | "remediate" | "disabled";
/** Typed by the ids, as Pulumi drops what is meant for a policy that does not exist. */
type Configuration = Partial<
  Record<ControlId | "all", { readonly enforcementLevel?: EnforcementLevel; readonly [option: string]: unknown }>
>;

const config = new pulumi.Config();
const level = config.require<EnforcementLevel>("level", { allowedValues: ["advisory", "mandatory"] });

const configuration: Configuration = {
  all: { enforcementLevel: level },
  // These two block from the first day, whatever the level of the others is.
  "rds-instance-not-public": { enforcementLevel: "mandatory" },
  "database-security-group-no-public-ingress": { enforcementLevel: "mandatory" },
  "rds-instance-backup-retention": { enforcementLevel: level, minimumDays: 14 },
};

const databases = new pulumiservice.PolicyGroup("databases", {
  organizationName: config.require("organization"),
  name: "databases",
  entityType: "stacks",
  // The provider's default is "audit", which reports what was deployed and blocks nothing.
  mode: "preventative",
  stacks: config.requireObject<string[]>("stacks").map(stackReference),
  policyPacks: [{ name: "aws-secure-database", versionTag: config.require("packVersion"), config: configuration }],
});

/** "shop/production" is the stack production of the project shop. */
function stackReference(stack: string): pulumiservice.types.input.PolicyGroupStackReferenceArgs {
  const [routingProject, name, ...rest] = stack.split("/");
  if (!routingProject || !name || rest.length > 0) {
    throw new Error(`stacks holds ${JSON.stringify(stack)}; write <project>/<stack>, such as shop/production.`);
  }
  return { routingProject, name };
}

export const policyGroup = databases.name;
