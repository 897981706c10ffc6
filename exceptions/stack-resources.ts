import { urnsOfStackExport } from "./urns";

/** A resource of a stack, with the names by which AWS knows it and nothing else. */
export interface DeployedResource {
  readonly urn: string;
  /** "project/stack". */
  readonly stack: string;
  /** ARNs, and ids that AWS made: a name would be that of other resources too. */
  readonly names: readonly string[];
}

/** Outputs that are the resource's own ARN, as the providers aws and aws-native call them. */
const arnOutputs = [
  "arn",
  "dbInstanceArn",
  "dbClusterArn",
  "dbProxyArn",
  "dbProxyEndpointArn",
  "backupVaultArn",
  "backupPlanArn",
  "clusterArn",
  "policyArn",
];

const ownId = /^((sg|subnet|vpc|rtb|vpce|fl|pl|igw|sgr)-[0-9a-f]+|arn:.+)$/;

/**
 * The resources of a stack that AWS can name.
 * @param text what `pulumi stack export` wrote
 * @throws NoUrns when it is something else
 */
export function resourcesOfStackExport(text: string): DeployedResource[] {
  urnsOfStackExport(text);
  const { deployment } = JSON.parse(text) as {
    deployment: { resources?: readonly { urn: string; id?: unknown; outputs?: Record<string, unknown> }[] };
  };
  return (deployment.resources ?? []).flatMap(({ urn, id, outputs = {} }) => {
    const candidates = [id, outputs.id, ...arnOutputs.map((name) => outputs[name])];
    const names = candidates.filter((name): name is string => typeof name === "string" && ownId.test(name));
    const [stack = "", project = ""] = urn.slice("urn:pulumi:".length).split("::");
    return names.length === 0 ? [] : [{ urn, stack: `${project}/${stack}`, names: [...new Set(names)] }];
  });
}
