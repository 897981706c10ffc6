import type * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import type { IsolatedNetwork } from "../network/isolated-network";
import { DatabaseProxy } from "../proxy/database-proxy";
import {
  checkProxyOptions,
  logInTo,
  type ProxyOptionSettings,
  proxyOptionNames,
  refuseIamWithout,
} from "../proxy/database-proxy-settings";
import type { ArgumentChecks } from "../shared/arguments";
import type { ClusterEngineSettings } from "./cluster-engine";
import type { SecureClusterArgs } from "./secure-cluster-arguments";

/** A proxy in a network of its own; undefined: none. */
export function checkClusterProxy(
  checks: ArgumentChecks,
  { proxy, subnetGroupName }: SecureClusterArgs,
  { engine, masterUsername }: ClusterEngineSettings,
  iamAuthentication: pulumi.Input<boolean>,
): ProxyOptionSettings | undefined {
  if (proxy === undefined) {
    return undefined;
  }
  checks.known("proxy", proxy, proxyOptionNames);
  if (subnetGroupName !== undefined) {
    checks.refuse("proxy is given beside subnetGroupName, but it needs a network of its own; make a DatabaseProxy.");
  }
  const settings = checkProxyOptions(checks, "proxy", proxy, { engine: engine.name, masterUsername });
  refuseIamWithout(checks, iamAuthentication, settings);
  return settings;
}

interface Behind {
  readonly engine: string;
  readonly cluster: aws.rds.Cluster;
  readonly members: readonly aws.rds.ClusterInstance[];
  readonly ownNetwork: IsolatedNetwork;
  readonly kmsKeyArn: pulumi.Input<string>;
  readonly tags: pulumi.Input<Record<string, pulumi.Input<string>>> | undefined;
}

/** The proxy before a cluster, in its network. */
export function proxyBeforeCluster(
  name: string,
  { logIn, readerEndpoint, idleClientTimeout, maxConnections }: ProxyOptionSettings,
  { engine, cluster, members, ownNetwork, kmsKeyArn, tags }: Behind,
  parent: pulumi.Resource,
): DatabaseProxy {
  return new DatabaseProxy(
    name,
    {
      engine,
      clusterIdentifier: cluster.clusterIdentifier,
      ...logInTo(cluster.clusterResourceId, logIn, kmsKeyArn),
      readerEndpoint,
      idleClientTimeout,
      maxConnectionsPercent: maxConnections,
      subnetIds: ownNetwork.subnetIds,
      securityGroupIds: ownNetwork.proxySecurityGroupIds,
      tags,
    },
    // A cluster without members is no target.
    { parent, dependsOn: [...members] },
  );
}
