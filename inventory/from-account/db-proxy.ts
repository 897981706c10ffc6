import type { DBProxy } from "@aws-sdk/client-rds";
import type { DbProxy } from "../model";

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
