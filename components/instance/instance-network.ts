import type * as pulumi from "@pulumi/pulumi";
import { IsolatedNetwork } from "../network/isolated-network";
import type { InstanceSettings } from "./secure-instance-settings";

/** The network of an instance that is given none. */
export function isolatedNetwork(
  name: string,
  { engine, groups, allowedSecurityGroupIds, proxy, logRetentionDays, networkRisks }: InstanceSettings,
  kmsKeyArn: pulumi.Input<string>,
  tags: pulumi.Input<Record<string, pulumi.Input<string>>> | undefined,
  parent: pulumi.Resource,
): IsolatedNetwork {
  return new IsolatedNetwork(
    name,
    {
      engines: [engine.name],
      ports: [groups.clientPort],
      proxyAccess: proxy !== undefined,
      ...(allowedSecurityGroupIds === undefined ? {} : { allowedSecurityGroupIds }),
      logRetentionDays,
      kmsKeyArn,
      tags,
      acceptedRisks: networkRisks,
    },
    { parent },
  );
}
