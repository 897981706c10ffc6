import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import { whenKnown } from "../shared/arguments";
import { named } from "../shared/tags";
import type { IsolatedNetworkArgs } from "./isolated-network-arguments";
import type { DatabasePort, NetworkSettings } from "./isolated-network-settings";
import type { Vpc } from "./vpc";

export interface SecurityGroups {
  readonly databaseGroupId: pulumi.Output<string>;
  /** Absent where the groups of applications are given. */
  readonly applicationGroupId: pulumi.Output<string> | undefined;
  /** Absent without access for a proxy. */
  readonly proxyGroupId: pulumi.Output<string> | undefined;
  /** Absent without interface endpoints. */
  readonly endpointGroupId: pulumi.Output<string> | undefined;
}

/** The groups of the databases, of their applications where none is given, and of interface endpoints. */
export function securityGroups(
  name: string,
  { id: vpcId }: Vpc,
  { ports, allowedSecurityGroupIds, proxyAccess, interfaceEndpoints }: NetworkSettings,
  tags: IsolatedNetworkArgs["tags"],
  parent: pulumi.Resource,
): SecurityGroups {
  const application =
    allowedSecurityGroupIds === undefined
      ? new aws.ec2.SecurityGroup(
          `${name}-application`,
          {
            description: `Applications that use the databases of ${name}`,
            vpcId,
            tags: named(`${name}-application`, tags),
          },
          { parent },
        )
      : undefined;
  const allowed = allowedSecurityGroupIds ?? (application === undefined ? [] : [application.id]);

  const proxy = proxyAccess
    ? new aws.ec2.SecurityGroup(
        `${name}-proxy`,
        {
          description: `Proxies before the databases of ${name}`,
          vpcId,
          ingress: ingressOf(ports, allowed),
          tags: named(`${name}-proxy`, tags),
        },
        { parent },
      )
    : undefined;
  const reaching =
    proxy === undefined ? allowed : whenKnown(allowed, (groups) => [...groups, proxy.id] as pulumi.Input<string>[]);

  const database = new aws.ec2.SecurityGroup(
    name,
    {
      description: `Databases of ${name}`,
      vpcId,
      ingress: ingressOf(ports, reaching),
      egress: [],
      tags: named(name, tags),
    },
    { parent },
  );
  const endpoints =
    interfaceEndpoints.length === 0
      ? undefined
      : new aws.ec2.SecurityGroup(
          `${name}-endpoints`,
          {
            description: `Interface endpoints of ${name}`,
            vpcId,
            ingress: ingressOf([{ service: "HTTPS", port: 443 }], allowed),
            egress: [],
            tags: named(`${name}-endpoints`, tags),
          },
          { parent },
        );

  // Rules of their own, as the groups name each other.
  const toDatabase = ports.map((one) => ({ ...one, to: database.id }));
  if (application !== undefined) {
    open(`${name}-application`, application.id, name, tags, parent, [
      ...toDatabase,
      ...(proxy === undefined ? [] : ports.map((one) => ({ ...one, to: proxy.id }))),
      ...(endpoints === undefined ? [] : [{ service: "HTTPS", port: 443, to: endpoints.id }]),
    ]);
  }
  if (proxy !== undefined) {
    open(`${name}-proxy`, proxy.id, name, tags, parent, toDatabase);
  }
  return {
    databaseGroupId: database.id,
    applicationGroupId: application?.id,
    proxyGroupId: proxy?.id,
    endpointGroupId: endpoints?.id,
  };
}

/** Lets a group reach other groups, on their ports. */
function open(
  name: string,
  securityGroupId: pulumi.Output<string>,
  network: string,
  tags: IsolatedNetworkArgs["tags"],
  parent: pulumi.Resource,
  ways: readonly (DatabasePort & { readonly to: pulumi.Output<string> })[],
): void {
  ways.forEach(({ service, port, to }, index) => {
    new aws.vpc.SecurityGroupEgressRule(
      `${name}-${index + 1}`,
      {
        description: `${service} of ${network}`,
        securityGroupId,
        referencedSecurityGroupId: to,
        ipProtocol: "tcp",
        fromPort: port,
        toPort: port,
        tags: named(name, tags),
      },
      { parent },
    );
  });
}

function ingressOf(
  ports: readonly DatabasePort[],
  allowed: pulumi.Input<pulumi.Input<string>[]>,
): pulumi.Input<aws.types.input.ec2.SecurityGroupIngress[]> {
  // The list decides about the whole rule, as the provider needs a source in each:
  // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/security_group#ingress
  return whenKnown(allowed, (groups) =>
    groups.length === 0
      ? []
      : ports.map(({ service, port }) => ({
          description: `${service} from the security groups that may connect`,
          protocol: "tcp",
          fromPort: port,
          toPort: port,
          securityGroups: groups,
        })),
  );
}
