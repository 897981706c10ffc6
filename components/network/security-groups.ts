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
  /** Absent without interface endpoints. */
  readonly endpointGroupId: pulumi.Output<string> | undefined;
}

/** The groups of the databases, of their applications where none is given, and of interface endpoints. */
export function securityGroups(
  name: string,
  { id: vpcId }: Vpc,
  { ports, allowedSecurityGroupIds, interfaceEndpoints }: NetworkSettings,
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

  const database = new aws.ec2.SecurityGroup(
    name,
    {
      description: `Databases of ${name}`,
      vpcId,
      ingress: ingressOf(ports, allowed),
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

  if (application !== undefined) {
    // Rules of their own, as the two groups name each other.
    const ways = [
      ...ports.map((one) => ({ ...one, to: database.id })),
      ...(endpoints === undefined ? [] : [{ service: "HTTPS", port: 443, to: endpoints.id }]),
    ];
    ways.forEach(({ service, port, to }, index) => {
      new aws.vpc.SecurityGroupEgressRule(
        `${name}-application-${index + 1}`,
        {
          description: `${service} of ${name}`,
          securityGroupId: application.id,
          referencedSecurityGroupId: to,
          ipProtocol: "tcp",
          fromPort: port,
          toPort: port,
          tags: named(`${name}-application`, tags),
        },
        { parent },
      );
    });
  }
  return { databaseGroupId: database.id, applicationGroupId: application?.id, endpointGroupId: endpoints?.id };
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
