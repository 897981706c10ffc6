import { proxyAuthentication } from "../from-pulumi-aws/db-proxy";
import { securityGroupTypes } from "../from-pulumi-aws/security-group";
import type { Part } from "../program/adaptor";
import type { ProgramResource } from "../program/program-resource";
import { Properties } from "../program/properties";
import { isUnknown } from "../value";
import { nativeResource } from "./native-resource";

/** AWS::RDS::DBProxy */
export function dbProxy(resource: ProgramResource): Part {
  const properties = Properties.of(resource);
  const auth = properties.objects("auth");
  return {
    dbProxies: [
      {
        ...nativeResource(resource, ["dbProxyName"], "dbProxyArn"),
        engineFamily: properties.string("engineFamily"),
        requireTls: properties.boolean("requireTls"),
        defaultAuthenticationScheme: properties.reference("defaultAuthScheme"),
        authentications: auth === undefined || isUnknown(auth) ? auth : auth.map(proxyAuthentication),
        securityGroups: properties.references("vpcSecurityGroupIds", securityGroupTypes),
      },
    ],
  };
}

/** AWS::RDS::DBProxyEndpoint */
export function dbProxyEndpoint(resource: ProgramResource): Part {
  const properties = Properties.of(resource);
  return {
    dbProxyEndpoints: [
      {
        ...nativeResource(resource, ["dbProxyEndpointName"], "dbProxyEndpointArn"),
        proxy: properties.reference("dbProxyName"),
        securityGroups: properties.references("vpcSecurityGroupIds", securityGroupTypes),
      },
    ],
  };
}
