import type * as pulumi from "@pulumi/pulumi";
import { ArgumentChecks, type ArgumentNames, type Rule } from "../shared/arguments";
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
  readonly engineFamily: string;
  readonly instanceIdentifier: pulumi.Input<string> | undefined;
  readonly clusterIdentifier: pulumi.Input<string> | undefined;
  readonly secretArns: readonly pulumi.Input<string>[];
  readonly kmsKeyArn: pulumi.Input<string>;
  readonly subnetIds: pulumi.Input<pulumi.Input<string>[]>;
  readonly securityGroupIds: pulumi.Input<pulumi.Input<string>[]>;
}

export interface ProxyOptionSettings {
  /** Absent: that of the master user. */
  readonly secretArns: readonly pulumi.Input<string>[] | undefined;
  readonly readerEndpoint: boolean;
  /** Seconds. */
  readonly idleClientTimeout: pulumi.Input<number>;
  /** Percent. */
  readonly maxConnections: pulumi.Input<number>;
}

export const proxyOptionNames: ArgumentNames<ProxyOptions> = {
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

export function checkDatabaseProxy(name: string, args: DatabaseProxyArgs): ProxySettings {
  const checks = new ArgumentChecks(`DatabaseProxy ${JSON.stringify(name)}`, args, argumentNames);
  checks.plain("name", name, proxyName);
  const engine = checks.plain("engine", args.engine, oneOf(...Object.keys(families)));
  const { instanceIdentifier, clusterIdentifier } = args;
  if ((instanceIdentifier === undefined) === (clusterIdentifier === undefined)) {
    const found = instanceIdentifier === undefined ? "neither" : "both";
    checks.refuse(`instanceIdentifier or clusterIdentifier must be given, one of them, but found are ${found}.`);
  }
  const options = checkProxyOptions(checks, "", args);
  if (options.readerEndpoint && clusterIdentifier === undefined) {
    checks.refuse("readerEndpoint is true, but must be false before an instance, which has no readers.");
  }
  return {
    ...options,
    engineFamily: families[engine] ?? "",
    instanceIdentifier: checks.optionalInput("instanceIdentifier", instanceIdentifier, identifier),
    clusterIdentifier: checks.optionalInput("clusterIdentifier", clusterIdentifier, identifier),
    secretArns: options.secretArns ?? checks.plain("secretArns", args.secretArns, atLeastOne),
    kmsKeyArn: checks.required("kmsKeyArn", args.kmsKeyArn, keyArn),
    subnetIds: checks.list("subnetIds", args.subnetIds, atLeastOneId, subnetId),
    securityGroupIds: checks.list("securityGroupIds", args.securityGroupIds, atLeastOneId, securityGroupId),
  };
}

/** Checks the options of a proxy; `within` is the argument that holds them, "" for the component's own. */
export function checkProxyOptions(checks: ArgumentChecks, within: string, options: ProxyOptions): ProxyOptionSettings {
  const argument = (name: keyof ProxyOptions): string => (within === "" ? name : `${within}.${name}`);
  const { secretArns, readerEndpoint = false, idleClientTimeout, maxConnectionsPercent } = options;
  if (secretArns !== undefined) {
    checks.plain(argument("secretArns"), secretArns, atLeastOne);
  }
  return {
    secretArns: secretArns?.map((arn, at) => checks.required(`${argument("secretArns")}[${at}]`, arn, secretArn)),
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

const atLeastOne: Rule<pulumi.Input<string>[]> = {
  allowed: "a list of at least one ARN of a secret",
  accepts: (list) => Array.isArray(list) && list.length > 0,
};

const secretArn = text(
  "the ARN of a secret, arn:aws:secretsmanager:<region>:<account>:secret:<name>",
  /^arn:aws[a-z-]*:secretsmanager:[a-z0-9-]+:\d{12}:secret:[\w/+=.@!-]+$/,
);
const subnetId = text('the id of a subnet, "subnet-" and hexadecimal digits', /^subnet-[0-9a-f]+$/);
const identifier = text(
  "the identifier of a database, 1 to 63 letters, digits and hyphens",
  /^[A-Za-z][A-Za-z0-9-]{0,62}$/,
);
