import {
  DatabaseAccess,
  type DatabaseAccessArgs,
  DatabaseProxy,
  type DatabaseProxyArgs,
  IsolatedNetwork,
  type OwnItemsArgs,
  SecureTable,
  TableAccess,
  type TableAccessArgs,
} from "../../../components";
import { column, type Row } from "./case";
import { given, region } from "./given";

const user: DatabaseAccessArgs = { resourceId: "db-ABC123", user: "app", roleName: "app" };

const byUsers = { users: ["orders_app"], databaseResourceId: "db-ABC123" };

/** A proxy in a network of the program. */
function proxyOf(args: Partial<DatabaseProxyArgs>): () => DatabaseProxyArgs {
  return () => {
    const network = new IsolatedNetwork("shop", { proxyAccess: true });
    return {
      engine: "postgres",
      subnetIds: network.subnetIds,
      securityGroupIds: network.proxySecurityGroupIds,
      ...args,
    };
  };
}

/** Access to a table of many users. */
function ownItems(title: string, args: OwnItemsArgs): Row<TableAccessArgs> {
  const make = () => {
    const table = new SecureTable("orders", { hashKey: "userId", tags: { "per-user": "true" } });
    return { tableArn: table.arn, kmsKeyArn: table.kmsKeyArn, roleName: "app", ...args };
  };
  return [title, make];
}

export const access = [
  column<DatabaseProxyArgs>("DatabaseProxy", (args) => new DatabaseProxy("orders", args), [
    ["of an instance", proxyOf({ instanceIdentifier: "orders", ...byUsers }), { everywhere: true }],
    [
      "of a cluster, with an endpoint of readers",
      proxyOf({
        engine: "aurora-mysql",
        clusterIdentifier: "orders",
        readerEndpoint: true,
        ...byUsers,
        databaseResourceId: "cluster-ABC123",
      }),
    ],
    [
      "with passwords of the database's users",
      proxyOf({ instanceIdentifier: "orders", secretArns: [given.secret], kmsKeyArn: given.key }),
    ],
    [
      "with limits",
      proxyOf({
        engine: "mariadb",
        instanceIdentifier: "orders",
        idleClientTimeout: 60,
        maxConnectionsPercent: 50,
        tags: given.tags,
        ...byUsers,
      }),
    ],
  ]),
  column<DatabaseAccessArgs>("DatabaseAccess", (args) => new DatabaseAccess("orders", args), [
    ["to an instance", user, { everywhere: true }],
    ["to a cluster, with the SQL", { ...user, resourceId: "cluster-ABC123", engine: "aurora-mysql" }],
    ["to a proxy of another region", { ...user, resourceId: "prx-0123abcd", region }],
  ]),
  column<TableAccessArgs>("TableAccess", (args) => new TableAccess("app", args), [
    ownItems("by a tag", { principalTag: "userId" }),
    ...["cognito", "amazon", "google", "facebook"].map((webIdentity) => ownItems(`by ${webIdentity}`, { webIdentity })),
    ownItems("by a provider of OpenID", { oidcProvider: "login.example.com/tenant" }),
    ownItems("to write, and by indexes", { principalTag: "userId", access: "read-write", indexes: ["byAge"] }),
    ownItems("to some attributes", { principalTag: "userId", attributes: ["userId", "name"] }),
  ]),
];
