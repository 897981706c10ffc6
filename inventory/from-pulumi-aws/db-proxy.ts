import type { ProxyAuthentication } from "../model";
import type { Part } from "../program/adaptor";
import type { ProgramResource } from "../program/program-resource";
import { Properties, resourceOf } from "../program/properties";
import { isUnknown, type Value } from "../value";
import { securityGroupTypes } from "./security-group";

/** aws.rds.Proxy */
export function dbProxy(resource: ProgramResource): Part {
  const properties = Properties.of(resource);
  const auths = properties.objects("auths");
  return {
    dbProxies: [
      {
        ...resourceOf(resource, ["arn", "name"]),
        engineFamily: properties.string("engineFamily"),
        requireTls: properties.boolean("requireTls"),
        defaultAuthenticationScheme: properties.reference("defaultAuthScheme"),
        authentications: auths === undefined || isUnknown(auths) ? auths : auths.map(proxyAuthentication),
        securityGroups: properties.references("vpcSecurityGroupIds", securityGroupTypes),
      },
    ],
  };
}

/** aws.rds.ProxyEndpoint */
export function dbProxyEndpoint(resource: ProgramResource): Part {
  const properties = Properties.of(resource);
  return {
    dbProxyEndpoints: [
      {
        ...resourceOf(resource, ["arn"]),
        proxy: properties.reference("dbProxyName"),
        securityGroups: properties.references("vpcSecurityGroupIds", securityGroupTypes),
      },
    ],
  };
}

/** An entry of a proxy, which both providers write alike. */
export function proxyAuthentication(auth: Value<Properties>): Value<ProxyAuthentication> {
  return auth === undefined || isUnknown(auth)
    ? auth
    : { iamAuthentication: auth.reference("iamAuth"), secret: auth.reference("secretArn") };
}
