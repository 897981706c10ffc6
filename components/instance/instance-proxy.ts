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
  takesProxy,
} from "../proxy/database-proxy-settings";
import type { ArgumentChecks } from "../shared/arguments";
import type { EngineSettings } from "./instance-engine";
import type { SecureInstanceArgs } from "./secure-instance-arguments";
import type { InstanceSettings } from "./secure-instance-settings";

/** A proxy in a network of its own; undefined: none. */
export function checkProxy(
  checks: ArgumentChecks,
  { proxy, subnetGroupName }: SecureInstanceArgs,
  { engine, masterUsername }: EngineSettings,
  iamAuthentication: pulumi.Input<boolean>,
): ProxyOptionSettings | undefined {
  if (proxy === undefined) {
    return undefined;
  }
  checks.known("proxy", proxy, proxyOptionNames);
  if (!takesProxy(engine.name)) {
    checks.refuse(`proxy is given, but no proxy that takes IAM tokens stands before ${engine.name}; leave it out.`);
  }
  if (subnetGroupName !== undefined) {
    checks.refuse("proxy is given beside subnetGroupName, but it needs a network of its own; make a DatabaseProxy.");
  }
  const settings = checkProxyOptions(checks, "proxy", proxy, { engine: engine.name, masterUsername });
  if (settings.readerEndpoint) {
    checks.refuse("proxy.readerEndpoint is true, but must be false before an instance, which has no readers.");
  }
  refuseIamWithout(checks, iamAuthentication, settings);
  return settings;
}

interface Behind {
  readonly instance: aws.rds.Instance;
  readonly ownNetwork: IsolatedNetwork;
  readonly kmsKeyArn: pulumi.Input<string>;
  readonly tags: pulumi.Input<Record<string, pulumi.Input<string>>> | undefined;
}

/** The proxy before an instance, in its network. */
export function proxyBefore(
  name: string,
  { engine }: InstanceSettings,
  { logIn, idleClientTimeout, maxConnections }: ProxyOptionSettings,
  { instance, ownNetwork, kmsKeyArn, tags }: Behind,
  parent: pulumi.Resource,
): DatabaseProxy {
  return new DatabaseProxy(
    name,
    {
      engine: engine.name,
      instanceIdentifier: instance.identifier,
      ...logInTo(instance.resourceId, logIn, kmsKeyArn),
      idleClientTimeout,
      maxConnectionsPercent: maxConnections,
      subnetIds: ownNetwork.subnetIds,
      securityGroupIds: ownNetwork.proxySecurityGroupIds,
      tags,
    },
    { parent },
  );
}
