import type { DBProxy, DBProxyEndpoint } from "@aws-sdk/client-rds";
import type { DbProxy, DbProxyEndpoint } from "../model";

/** https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DBProxy.html */
export function dbProxy(proxy: DBProxy, region: string): DbProxy {
  const name = proxy.DBProxyName ?? "";
  const id = proxy.DBProxyArn ?? name;
  return {
    id,
    name,
    identifiers: [id, name],
    region,
    engineFamily: proxy.EngineFamily,
    requireTls: proxy.RequireTLS ?? false,
    defaultAuthenticationScheme: proxy.DefaultAuthScheme,
    authentications: (proxy.Auth ?? []).map(({ IAMAuth, SecretArn }) => ({
      iamAuthentication: IAMAuth,
      secret: SecretArn,
    })),
    securityGroups: proxy.VpcSecurityGroupIds ?? [],
  };
}

/** https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DBProxyEndpoint.html */
export function dbProxyEndpoint(endpoint: DBProxyEndpoint, region: string): DbProxyEndpoint {
  const name = endpoint.DBProxyEndpointName ?? "";
  const id = endpoint.DBProxyEndpointArn ?? name;
  return {
    id,
    name,
    identifiers: [id, name],
    region,
    proxy: endpoint.DBProxyName,
    securityGroups: endpoint.VpcSecurityGroupIds ?? [],
  };
}
