import * as pulumi from "@pulumi/pulumi";
import {
  ArgumentError,
  type CheckedArguments,
  checkArguments,
  type IsolatedNetworkArgs,
  type SecureClusterArgs,
  type SecureInstanceArgs,
  type SecureTableArgs,
} from "aws-secure-database";
import { didYouMean } from "./controls/nearest";

/** What the configuration of the stack asks for. */
export interface StackSettings {
  /** One of these two, or none. */
  readonly instance?: SecureInstanceArgs;
  readonly cluster?: SecureClusterArgs;
  /** Beside a database. */
  readonly network?: IsolatedNetworkArgs;
  /** By their names. */
  readonly tables: ReadonlyMap<string, SecureTableArgs>;
  readonly disposable: boolean;
}

const project = "aws-secure-database";

const instances = [
  ...["postgres", "mysql", "mariadb", "sqlserver-ee", "sqlserver-se", "sqlserver-web", "sqlserver-ex"],
  ...["oracle-ee", "oracle-ee-cdb", "oracle-se2", "oracle-se2-cdb", "db2-ae", "db2-se"],
];
const auroras = ["aurora-postgresql", "aurora-mysql"];
const multiAz = ["postgres", "mysql"];

type Kind = "instance" | "db2" | "aurora" | "cluster" | "none";
const anyInstance: readonly Kind[] = ["instance", "db2"];
const anyDatabase: readonly Kind[] = [...anyInstance, "aurora", "cluster"];
const anything: readonly Kind[] = [...anyDatabase, "none"];

/** The keys, and the kinds of database that they say something about. */
const keys: Readonly<Record<string, readonly Kind[]>> = {
  engine: anything,
  multiAzCluster: anything,
  instanceClass: anyDatabase,
  minCapacity: ["aurora"],
  maxCapacity: ["aurora"],
  allocatedStorage: [...anyInstance, "cluster"],
  databaseName: anyDatabase,
  databaseInsights: anyDatabase,
  licenseModel: anyInstance,
  ibmCustomerId: ["db2"],
  ibmSiteId: ["db2"],
  characterSet: anyInstance,
  timezone: anyInstance,
  cidrBlock: anyDatabase,
  vpcId: anyDatabase,
  subnetIds: anyDatabase,
  subnetCidrBlocks: anyDatabase,
  closeDefaultSecurityGroup: anyDatabase,
  tables: anything,
  disposable: anything,
};

/** What components call what a key here calls otherwise. */
const words: readonly (readonly [theirs: string, ours: string])[] = [
  ['parameters lacks "rds.ibm_customer_id"', "ibmCustomerId is missing"],
  ['parameters lacks "rds.ibm_site_id"', "ibmSiteId is missing"],
  ["serverlessV2.", ""],
  ["serverlessV2", "minCapacity or maxCapacity"],
];
const wordsOfTables: typeof words = [
  ["hashKey is", "partition key is"],
  ["rangeKey is", "sort key is"],
  ["hashKey", "its partition key"],
];

/** @throws a RunError that names the key, what was found and what is allowed, before anything is registered */
export function stackSettings(): StackSettings {
  refuseUnknownKeys();
  const engine = text("engine") ?? "postgres";
  if (![...instances, ...auroras, "none"].includes(engine)) {
    refuse("engine", engine, `one of ${[...instances, ...auroras, "none"].join(", ")}`);
  }
  const kind = kindOf(engine, flag("multiAzCluster"));
  refuseForeignKeys(kind, engine);
  const disposable = flag("disposable");
  return {
    ...(kind === "none" ? {} : { network: networkOf(kind, engine), ...databaseOf(kind, engine, disposable) }),
    tables: tablesOf(disposable),
    disposable,
  };
}

function kindOf(engine: string, multiAzCluster: boolean): Kind {
  if (multiAzCluster) {
    return multiAz.includes(engine)
      ? "cluster"
      : refuse(
          "multiAzCluster",
          true,
          `false or absent for the engine ${engine}: only ${multiAz.join(" and ")} have it`,
        );
  }
  if (auroras.includes(engine)) {
    return "aurora";
  }
  return engine === "none" ? "none" : engine.startsWith("db2-") ? "db2" : "instance";
}

function databaseOf(kind: Kind, engine: string, disposable: boolean): Pick<StackSettings, "instance" | "cluster"> {
  const isInstance = anyInstance.includes(kind);
  const common = {
    engine,
    instanceClass: text("instanceClass"),
    databaseName: text("databaseName"),
    databaseInsights: text("databaseInsights"),
    allocatedStorage: number("allocatedStorage", "GiB"),
    skipFinalSnapshot: disposable,
    ...protection(disposable, isInstance ? "rds-instance" : "rds-cluster", "final-snapshot"),
  };
  if (isInstance) {
    const instance = {
      ...common,
      licenseModel: text("licenseModel"),
      characterSet: text("characterSet"),
      timezone: text("timezone"),
      parameters: present({ "rds.ibm_customer_id": text("ibmCustomerId"), "rds.ibm_site_id": text("ibmSiteId") }),
    };
    return { instance: checked("SecureInstance", instance) };
  }
  const [minCapacity, maxCapacity] = [number("minCapacity", "ACUs"), number("maxCapacity", "ACUs")];
  const serverlessV2 =
    minCapacity === undefined && maxCapacity === undefined ? undefined : { minCapacity, maxCapacity };
  return { cluster: checked("SecureCluster", { ...common, serverlessV2 }) };
}

function networkOf(kind: Kind, engine: string): IsolatedNetworkArgs {
  const [subnetIds, subnetCidrBlocks] = [texts("subnetIds"), texts("subnetCidrBlocks")];
  for (const [key, list] of Object.entries({ subnetIds, subnetCidrBlocks })) {
    if (kind === "cluster" && list !== undefined && list.length < 3) {
      refuse(key, list, `a list of 3 or more, one a zone, for ${called(kind, engine)}`);
    }
  }
  const vpcId = text("vpcId");
  return checked("IsolatedNetwork", {
    engines: [engine],
    vpcId,
    cidrBlock: text("cidrBlock"),
    subnetIds,
    subnetCidrBlocks,
    availabilityZoneCount: vpcId === undefined && kind === "cluster" ? 3 : undefined,
    closeDefaultSecurityGroup: flag("closeDefaultSecurityGroup") || undefined,
  });
}

function tablesOf(disposable: boolean): ReadonlyMap<string, SecureTableArgs> {
  const listed = texts("tables") ?? [];
  const tables = listed.map((table): [string, SecureTableArgs] => {
    const [name = "", hashKey = "", rangeKey, ...more] = table.split(":");
    if (hashKey === "" || rangeKey === "" || more.length > 0) {
      refuse("tables", table, 'a table as "name:partitionKey" or "name:partitionKey:sortKey"');
    }
    const args = { hashKey, rangeKey, ...protection(disposable, "dynamodb-table") };
    const whose = `tables is ${JSON.stringify(table)}, whose `;
    return [name, checked("SecureTable", args, name, (reason) => whose + translated(reason, wordsOfTables))];
  });
  const names = tables.map(([name]) => name);
  const twice = names.find((name, at) => names.indexOf(name) < at);
  if (twice !== undefined) {
    refuse("tables", listed, `tables of different names, and ${JSON.stringify(twice)} is there twice`);
  }
  return new Map(tables);
}

/** What lets a destroy take the data along, of a trial alone. */
function protection(disposable: boolean, kind: string, ...more: readonly string[]) {
  const risks = disposable ? ["deletion-protection", ...more] : [];
  return {
    deletionProtection: !disposable,
    acceptedRisks: Object.fromEntries(risks.map((risk) => [`${kind}-${risk}`, "A trial whose data may go."])),
  };
}

/** The arguments, once their component has found nothing wrong with them. */
function checked<Component extends keyof CheckedArguments>(
  component: Component,
  args: CheckedArguments[Component],
  name = "database",
  inKeys = (reason: string) => translated(reason, words),
): CheckedArguments[Component] {
  try {
    checkArguments(component, name, args);
  } catch (error) {
    throw error instanceof ArgumentError ? new pulumi.RunError(`${project}:${inKeys(error.reason)}`) : error;
  }
  return args;
}

function translated(reason: string, dictionary: typeof words): string {
  return dictionary.reduce((sentence, [theirs, ours]) => sentence.replace(theirs, ours), reason);
}

function refuseUnknownKeys(): void {
  for (const name of Object.keys(pulumi.runtime.allConfig())) {
    const [namespace, key = ""] = name.split(":");
    if (namespace === project && !Object.hasOwn(keys, key)) {
      const known = Object.keys(keys);
      throw new pulumi.RunError(
        `${name} is no key of this stack; its keys are ${known.join(", ")}.${didYouMean(key, known)}`,
      );
    }
  }
}

function refuseForeignKeys(kind: Kind, engine: string): void {
  for (const [key, kinds] of Object.entries(keys)) {
    const found = text(key);
    if (!kinds.includes(kind) && found !== undefined && !["false", "[]"].includes(found)) {
      refuse(key, found, `absent for ${called(kind, engine)}`);
    }
  }
}

function called(kind: Kind, engine: string): string {
  return kind === "cluster" ? `a Multi-AZ DB cluster of ${engine}` : `the engine ${engine}`;
}

function refuse(key: string, found: unknown, allowed: string): never {
  throw new pulumi.RunError(`${project}:${key} is ${JSON.stringify(found)}, but must be ${allowed}.`);
}

/** "" counts as absent. */
function text(key: string): string | undefined {
  return new pulumi.Config(project).get(key) || undefined;
}

function number(key: string, unit: string): number | undefined {
  const found = text(key);
  if (found === undefined) {
    return undefined;
  }
  // Of any sign: its component says from where to where it goes.
  return /^-?\d+(\.\d+)?$/.test(found) ? Number(found) : refuse(key, found, `a number (${unit})`);
}

function flag(key: string): boolean {
  const found = text(key) ?? "false";
  return found === "true" || found === "false" ? found === "true" : refuse(key, found, "true or false");
}

/** An empty list counts as absent. */
function texts(key: string): string[] | undefined {
  const found = text(key) ?? "[]";
  let list: unknown;
  try {
    list = JSON.parse(found);
  } catch {
    list = found;
  }
  if (!Array.isArray(list) || !list.every((one) => typeof one === "string")) {
    return refuse(key, list, "a list of strings");
  }
  return list.length === 0 ? undefined : list;
}

function present(values: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}
