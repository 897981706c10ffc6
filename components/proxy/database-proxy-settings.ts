import type * as pulumi from "@pulumi/pulumi";
import { databaseUser, refuseMasterUser } from "../access/connect-policy";
import { type KnownDatabase, masterUserOf } from "../access/known-databases";
import { ArgumentChecks, type ArgumentNames, type Rule, show } from "../shared/arguments";
import {
  atLeastOneId,
  keyArn,
  oneOf,
  proxyName,
  securityGroupId,
  text,
  trueOrFalse,
  wholeNumber,
} from "../shared/rules";
import type { DatabaseProxyArgs, ProxyOptions } from "./database-proxy-arguments";

export interface ProxySettings extends ProxyOptionSettings {
  readonly engine: string;
  readonly engineFamily: string;
  /** Where it is known, of the database behind it. */
  readonly masterUsername: pulumi.Input<string> | undefined;
  readonly instanceIdentifier: pulumi.Input<string> | undefined;
  readonly clusterIdentifier: pulumi.Input<string> | undefined;
  /** Undefined: it logs in by secrets. */
  readonly databaseResourceId: pulumi.Input<string> | undefined;
  /** Undefined: it logs in by IAM. */
  readonly kmsKeyArn: pulumi.Input<string> | undefined;
  readonly subnetIds: pulumi.Input<pulumi.Input<string>[]>;
  readonly securityGroupIds: pulumi.Input<pulumi.Input<string>[]>;
}

export type ProxyLogIn =
  | { readonly by: "iam"; readonly users: readonly pulumi.Input<string>[] }
  | { readonly by: "secrets"; readonly secretArns: readonly pulumi.Input<string>[] };

export interface ProxyOptionSettings {
  /** How the proxy logs in to the database. */
  readonly logIn: ProxyLogIn;
  readonly readerEndpoint: boolean;
  /** Seconds. */
  readonly idleClientTimeout: pulumi.Input<number>;
  /** Percent. */
  readonly maxConnections: pulumi.Input<number>;
}

export const proxyOptionNames: ArgumentNames<ProxyOptions> = {
  users: true,
  secretArns: true,
  readerEndpoint: true,
  idleClientTimeout: true,
  maxConnectionsPercent: true,
};

const argumentNames: ArgumentNames<DatabaseProxyArgs> = {
  ...proxyOptionNames,
  engine: true,
  instanceIdentifier: true,
  clusterIdentifier: true,
  databaseResourceId: true,
  kmsKeyArn: true,
  subnetIds: true,
  securityGroupIds: true,
  tags: true,
};

/** https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBProxy.html */
const families: Readonly<Record<string, string>> = {
  postgres: "POSTGRESQL",
  "aurora-postgresql": "POSTGRESQL",
  mysql: "MYSQL",
  mariadb: "MYSQL",
  "aurora-mysql": "MYSQL",
};

/** Whether a proxy can stand before an engine. */
export function takesProxy(engine: string): boolean {
  return Object.hasOwn(families, engine);
}

export function checkDatabaseProxy(name: string, args: DatabaseProxyArgs = {} as DatabaseProxyArgs): ProxySettings {
  const checks = new ArgumentChecks(`DatabaseProxy ${JSON.stringify(name)}`, args, argumentNames);
  checks.plain("name", name, proxyName);
  const engine = checks.plain("engine", args.engine, oneOf(...Object.keys(families)));
  const { instanceIdentifier, clusterIdentifier } = args;
  if ((instanceIdentifier === undefined) === (clusterIdentifier === undefined)) {
    const found = instanceIdentifier === undefined ? "neither" : "both";
    checks.refuse(`instanceIdentifier or clusterIdentifier must be given, one of them, but found are ${found}.`);
  }
  const masterUsername = masterUserOf(args.databaseResourceId ?? instanceIdentifier ?? clusterIdentifier);
  const options = checkProxyOptions(checks, "", args, { engine, masterUsername });
  if (options.readerEndpoint && clusterIdentifier === undefined) {
    checks.refuse("readerEndpoint is true, but must be false before an instance, which has no readers.");
  }
  return {
    ...options,
    engine,
    engineFamily: families[engine] ?? "",
    masterUsername,
    instanceIdentifier: checks.optionalInput("instanceIdentifier", instanceIdentifier, identifier),
    clusterIdentifier: checks.optionalInput("clusterIdentifier", clusterIdentifier, identifier),
    databaseResourceId: neededBy(checks, args, "databaseResourceId", "users", databaseId),
    kmsKeyArn: neededBy(checks, args, "kmsKeyArn", "secretArns", keyArn),
    subnetIds: checks.list("subnetIds", args.subnetIds, atLeastOneId, subnetId),
    securityGroupIds: checks.list("securityGroupIds", args.securityGroupIds, atLeastOneId, securityGroupId),
  };
}

/** What is given beside one way to log in and beside no other. */
function neededBy(
  checks: ArgumentChecks,
  args: DatabaseProxyArgs,
  argument: "databaseResourceId" | "kmsKeyArn",
  way: "users" | "secretArns",
  rule: Rule<string>,
): pulumi.Input<string> | undefined {
  const value = args[argument];
  if (args[way] === undefined && value !== undefined) {
    checks.refuse(`${argument} is given, but must be absent without ${way}.`);
  }
  if (args[way] !== undefined && value === undefined) {
    checks.refuse(`${argument} is missing, but must be given beside ${way}: ${rule.allowed}.`);
  }
  return checks.optionalInput(argument, value, rule);
}

function logInOf(
  checks: ArgumentChecks,
  argument: (name: keyof ProxyOptions) => string,
  options: ProxyOptions,
  { engine, masterUsername }: KnownDatabase,
): ProxyLogIn {
  const { users, secretArns } = options;
  if (users !== undefined && secretArns === undefined) {
    checks.plain(argument("users"), users, someUsers);
    refuseTwice(checks, argument("users"), users);
    return {
      by: "iam",
      users: users.map((given, at) => {
        const path = `${argument("users")}[${at}]`;
        const user = checks.required(path, given, databaseUser(engine));
        return refuseMasterUser(checks, path, user, masterUsername);
      }),
    };
  }
  if (secretArns !== undefined && users === undefined) {
    checks.plain(argument("secretArns"), secretArns, someSecrets);
    refuseTwice(checks, argument("secretArns"), secretArns);
    return {
      by: "secrets",
      secretArns: secretArns.map((arn, at) => checks.required(`${argument("secretArns")}[${at}]`, arn, secretArn)),
    };
  }
  const found = users === undefined ? "neither" : "both";
  return checks.refuse(
    `${argument("users")} or ${argument("secretArns")} must be given, one of them, but found are ${found}.`,
  );
}

/** An output is not compared. */
function refuseTwice(checks: ArgumentChecks, argument: string, list: readonly pulumi.Input<string>[]): void {
  const known = list.filter((one) => typeof one === "string");
  const twice = known.find((one, at) => known.indexOf(one) < at);
  if (twice !== undefined) {
    checks.refuse(`${argument} names ${show(twice)} twice, but must name each once.`);
  }
}

/** Checks the options of a proxy; `within` is the argument that holds them, "" for the component's own. */
export function checkProxyOptions(
  checks: ArgumentChecks,
  within: string,
  options: ProxyOptions,
  database: KnownDatabase,
): ProxyOptionSettings {
  const argument = (name: keyof ProxyOptions): string => (within === "" ? name : `${within}.${name}`);
  const { readerEndpoint = false, idleClientTimeout, maxConnectionsPercent } = options;
  return {
    logIn: logInOf(checks, argument, options, database),
    readerEndpoint: checks.plain(argument("readerEndpoint"), readerEndpoint, trueOrFalse),
    idleClientTimeout: checks.input(
      argument("idleClientTimeout"),
      idleClientTimeout,
      1800,
      wholeNumber(60, 28_800, "seconds"),
    ),
    maxConnections: checks.input(
      argument("maxConnectionsPercent"),
      maxConnectionsPercent,
      100,
      wholeNumber(1, 100, "percent"),
    ),
  };
}

const atLeastOne = (what: string): Rule<pulumi.Input<string>[]> => ({
  allowed: `a list of at least one ${what}`,
  accepts: (list) => Array.isArray(list) && list.length > 0,
});
const someUsers = atLeastOne("database user");
const someSecrets = atLeastOne("ARN of a secret");

const secretArn = text(
  "the ARN of a secret, arn:aws:secretsmanager:<region>:<account>:secret:<name>",
  /^arn:aws[a-z-]*:secretsmanager:[a-z0-9-]+:\d{12}:secret:[\w/+=.@!-]+$/,
);
const databaseId = text(
  'the resource id of an instance ("db-...") or a cluster ("cluster-..."), which is not its name',
  /^(db|cluster)-[A-Za-z0-9]{1,64}$/,
);
const subnetId = text('the id of a subnet, "subnet-" and hexadecimal digits', /^subnet-[0-9a-f]+$/);
const identifier = text(
  "the identifier of a database, 1 to 63 letters, digits and hyphens",
  /^[A-Za-z][A-Za-z0-9-]{0,62}$/,
);

/** A database that takes no IAM tokens takes none of its proxy either. */
export function refuseIamWithout(
  checks: ArgumentChecks,
  iamAuthentication: pulumi.Input<boolean>,
  { logIn }: ProxyOptionSettings,
): void {
  if (logIn.by === "iam" && iamAuthentication === false) {
    checks.refuse("proxy.users is given, but the database takes no IAM tokens; give proxy.secretArns.");
  }
}

/** The arguments of a proxy before a database of one's own that say how it logs in. */
export function logInTo(
  databaseResourceId: pulumi.Input<string>,
  logIn: ProxyLogIn,
  kmsKeyArn: pulumi.Input<string>,
): Pick<DatabaseProxyArgs, "users" | "databaseResourceId" | "secretArns" | "kmsKeyArn"> {
  return logIn.by === "iam"
    ? { users: [...logIn.users], databaseResourceId }
    : { secretArns: [...logIn.secretArns], kmsKeyArn };
}
