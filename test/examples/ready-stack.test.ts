import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import "../../components";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { controls, judge } from "../../controls";
import { editions } from "../../engines";
import { fromProgram } from "../../inventory/program";
import { asProgram, type Run, run } from "../support/mocks";

const stack = require.resolve("../../index.ts");

interface Key {
  readonly type: string;
  readonly default: unknown;
  readonly description: string;
}

const described: Readonly<Record<string, Key>> = parse(
  readFileSync(join(__dirname, "../../Pulumi.yaml"), "utf8"),
).config;

type Configuration = Readonly<Record<string, string>>;

/** As the engine hands them to the program, lists as JSON. */
const defaults: Configuration = Object.fromEntries(
  Object.entries(described).map(([key, { default: value }]) => [
    key,
    typeof value === "string" ? value : JSON.stringify(value),
  ]),
);

/** The program of the root, with the components of the checkout in place of those that were built. */
function deploy(changed: Configuration = {}): Promise<Run> {
  const entries = Object.entries({ ...defaults, ...changed });
  require.cache[require.resolve("aws-secure-database")] = require.cache[require.resolve("../../components")];
  return run(() => {
    pulumi.runtime.setAllConfig(
      Object.fromEntries(entries.map(([name, value]) => [`aws-secure-database:${name}`, value])),
    );
    // A program runs when it is loaded.
    delete require.cache[stack];
    require(stack);
  });
}

function count({ resources }: Run, type: string): number {
  return resources.filter((resource) => resource.type === type).length;
}

const instance = "aws:rds/instance:Instance";
const cluster = "aws:rds/cluster:Cluster";
const member = "aws:rds/clusterInstance:ClusterInstance";
const table = "aws:dynamodb/table:Table";
const subnet = "aws:ec2/subnet:Subnet";

const bought = { ibmCustomerId: "1234567", ibmSiteId: "7654321" };
const vpc = { vpcId: "vpc-0a", subnetIds: '["subnet-0a","subnet-0b"]' };

describe("the ready stack of the root", () => {
  after(() => pulumi.runtime.setAllConfig({}));

  const chosen: readonly [title: string, changed: Configuration, amounts: Readonly<Record<string, number>>][] = [
    ...editions.map(({ name: engine }): (typeof chosen)[number] => [
      `an instance of ${engine}`,
      { engine, ...(engine.startsWith("db2-") && bought) },
      { [instance]: 1, [cluster]: 0, [table]: 1, [subnet]: 2 },
    ]),
    ["a cluster of aurora-postgresql", { engine: "aurora-postgresql" }, { [instance]: 0, [cluster]: 1, [member]: 2 }],
    ["a cluster of aurora-mysql", { engine: "aurora-mysql" }, { [instance]: 0, [cluster]: 1, [member]: 2 }],
    ["Aurora serverless", { engine: "aurora-mysql", maxCapacity: "8" }, { [cluster]: 1, [member]: 2 }],
    ["a Multi-AZ DB cluster of postgres", { multiAzCluster: "true" }, { [instance]: 0, [cluster]: 1, [subnet]: 3 }],
    ["another of mysql", { engine: "mysql", multiAzCluster: "true" }, { [cluster]: 1, [member]: 0, [subnet]: 3 }],
    ["tables alone", { engine: "none", tables: '["carts:id","events:id:at"]' }, { [table]: 2, [subnet]: 0 }],
    ["a database alone", { tables: "[]" }, { [instance]: 1, [table]: 0 }],
    ["a database in given subnets", vpc, { [instance]: 1, [subnet]: 0 }],
    [
      "subnets in an existing VPC",
      { vpcId: "vpc-0a", subnetCidrBlocks: '["10.1.0.0/26","10.1.0.64/26"]' },
      { [instance]: 1, [subnet]: 2 },
    ],
    [
      "a database in an existing VPC whose default group it closes",
      { ...vpc, vpcId: "vpc-0a", closeDefaultSecurityGroup: "true" },
      { "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup": 1 },
    ],
  ];
  for (const [title, changed, amounts] of chosen) {
    it(`makes ${title}, and holds every control`, async () => {
      const deployed = await deploy(changed);
      assert.equal(deployed.error, undefined);
      for (const [type, amount] of Object.entries(amounts)) {
        assert.equal(count(deployed, type), amount, type);
      }
      const { findings, undecided } = judge(controls, fromProgram(asProgram(deployed)));
      assert.deepEqual(findings, []);
      // Of what is there already the program says nothing.
      assert.equal(undecided.length > 0, "subnetIds" in changed, JSON.stringify(undecided));
    });
  }

  const set: readonly [changed: Configuration, type: string, property: string, value: unknown][] = [
    [{ instanceClass: "db.r6g.large" }, instance, "instanceClass", "db.r6g.large"],
    [{ allocatedStorage: "200" }, instance, "allocatedStorage", 200],
    [{ databaseName: "shop" }, instance, "dbName", "shop"],
    [{ databaseInsights: "standard" }, instance, "databaseInsightsMode", "standard"],
    [
      { engine: "oracle-se2", licenseModel: "bring-your-own-license" },
      instance,
      "licenseModel",
      "bring-your-own-license",
    ],
    [{ engine: "oracle-ee", characterSet: "WE8ISO8859P1" }, instance, "characterSetName", "WE8ISO8859P1"],
    [
      { engine: "sqlserver-se", timezone: "Central European Standard Time" },
      instance,
      "timezone",
      "Central European Standard Time",
    ],
    [{ engine: "db2-se", licenseModel: "marketplace-license" }, instance, "licenseModel", "marketplace-license"],
    [{ multiAzCluster: "true", allocatedStorage: "500" }, cluster, "allocatedStorage", 500],
    [{ cidrBlock: "10.8.0.0/20" }, "aws:ec2/vpc:Vpc", "cidrBlock", "10.8.0.0/20"],
    [{ disposable: "true" }, instance, "deletionProtection", false],
    [{ disposable: "true" }, instance, "skipFinalSnapshot", true],
    [{ disposable: "true" }, table, "deletionProtectionEnabled", false],
    [{ tables: '["carts:device.id:at"]' }, table, "hashKey", "device.id"],
    [{ tables: '["carts:device.id:at"]' }, table, "rangeKey", "at"],
  ];
  for (const [changed, type, property, value] of set) {
    it(`${JSON.stringify(changed)} sets ${property}`, async () => {
      const { error, one } = await deploy(changed);
      assert.equal(error, undefined);
      assert.equal(one(type).inputs[property], value);
    });
  }

  it("describes every engine that it takes", async () => {
    const { error } = await deploy({ engine: "?" });
    const taken = error?.message.replace(/^.*one of (.*)\.$/, "$1").split(", ") ?? [];
    const [before = ""] = described.engine?.description.split(" for tables") ?? [];
    assert.deepEqual(taken, before.split(/, or |, /));
  });

  it("scales within the capacity of the configuration", async () => {
    const { one } = await deploy({ engine: "aurora-postgresql", minCapacity: "0.5", maxCapacity: "4" });
    const { minCapacity, maxCapacity } = one(cluster).inputs.serverlessv2ScalingConfiguration as Record<string, number>;
    assert.deepEqual([minCapacity, maxCapacity], [0.5, 4]);
  });

  it("sets the licence of Db2", async () => {
    const { one } = await deploy({ engine: "db2-se", ...bought });
    const { parameters } = one("aws:rds/parameterGroup:ParameterGroup").inputs as {
      readonly parameters: readonly { readonly name: string; readonly value: string }[];
    };
    const licence = parameters.filter(({ name }) => name.startsWith("rds.ibm_"));
    assert.deepEqual(licence.map(({ name, value }) => [name, value]).sort(), [
      ["rds.ibm_customer_id", "1234567"],
      ["rds.ibm_site_id", "7654321"],
    ]);
  });

  const block = "an IPv4 block from /16 to /27 that starts at its first address, such as 10.0.0.0/16";
  const tableRule = 'a table as "name:partitionKey" or "name:partitionKey:sortKey"';
  const tableName = "1 to 200 letters, digits, hyphens and underscores, starting with a letter";
  const none = { engine: "none" };
  const aurora = { engine: "aurora-mysql" };
  const refused: readonly [changed: Configuration, message: string][] = [
    [
      { engine: "cockroach" },
      'engine is "cockroach", but must be one of postgres, mysql, mariadb, sqlserver-ee, sqlserver-se, sqlserver-web, ' +
        "sqlserver-ex, oracle-ee, oracle-ee-cdb, oracle-se2, oracle-se2-cdb, db2-ae, db2-se, aurora-postgresql, " +
        "aurora-mysql, none.",
    ],
    [
      { cidrblock: "10.0.0.0/16" },
      `cidrblock is no key of this stack; its keys are ${Object.keys(described).join(", ")}. Did you mean cidrBlock?`,
    ],
    [{ size: "large" }, `size is no key of this stack; its keys are ${Object.keys(described).join(", ")}.`],
    [{ multiAzCluster: "yes" }, 'multiAzCluster is "yes", but must be true or false.'],
    [
      { engine: "mariadb", multiAzCluster: "true" },
      "multiAzCluster is true, but must be false or absent for the engine mariadb: only postgres and mysql have it.",
    ],
    [
      { ...aurora, multiAzCluster: "true" },
      "multiAzCluster is true, but must be false or absent for the engine aurora-mysql: only postgres and mysql have it.",
    ],
    [{ instanceClass: "large" }, 'instanceClass is "large", but must be a DB instance class such as "db.m6g.large".'],
    [
      { engine: "oracle-ee", instanceClass: "db.m6g.large" },
      'instanceClass is "db.m6g.large", but must be a DB instance class of oracle-ee, ' +
        'one without a Graviton processor, such as "db.m6i.large".',
    ],
    [
      { ...aurora, instanceClass: "db.m6g.large" },
      'instanceClass is "db.m6g.large", but must be a DB instance class of aurora-mysql, ' +
        'one of the families r, t and x, such as "db.r6g.large".',
    ],
    [
      { multiAzCluster: "true", instanceClass: "db.m6g.large" },
      'instanceClass is "db.m6g.large", but must be a DB instance class of postgres, ' +
        'one with disks of its own, a d after its generation, such as "db.m6gd.large".',
    ],
    [
      { ...aurora, instanceClass: "db.serverless" },
      'instanceClass is "db.serverless" without minCapacity or maxCapacity, but must come with its capacity.',
    ],
    [
      { ...aurora, instanceClass: "db.r6g.large", minCapacity: "1" },
      'instanceClass is given beside minCapacity or maxCapacity, whose class is "db.serverless"; leave one of them out.',
    ],
    [{ minCapacity: "1" }, 'minCapacity is "1", but must be absent for the engine postgres.'],
    [
      { multiAzCluster: "true", maxCapacity: "8" },
      'maxCapacity is "8", but must be absent for a Multi-AZ DB cluster of postgres.',
    ],
    [{ ...aurora, minCapacity: "few" }, 'minCapacity is "few", but must be a number (ACUs).'],
    [
      { ...aurora, minCapacity: "0.3" },
      "minCapacity is 0.3, but must be a number from 0 to 256 in steps of 0.5 (Aurora capacity units).",
    ],
    [
      { ...aurora, minCapacity: "8", maxCapacity: "4" },
      "maxCapacity is 4, but must be a number from 8 to 256 in steps of 0.5 (Aurora capacity units).",
    ],
    [
      { ...aurora, maxCapacity: "1.5" },
      "maxCapacity is 1.5, but must be a number from 2 to 256 in steps of 0.5 (Aurora capacity units), as minCapacity " +
        "is 2 by default.",
    ],
    [{ allocatedStorage: "much" }, 'allocatedStorage is "much", but must be a number (GiB).'],
    [{ allocatedStorage: "-20" }, "allocatedStorage is -20, but must be a whole number from 20 to 59578 (GiB)."],
    [{ allocatedStorage: "10" }, "allocatedStorage is 10, but must be a whole number from 20 to 59578 (GiB)."],
    [
      { engine: "sqlserver-se", allocatedStorage: "15000" },
      "allocatedStorage is 15000, but must be a whole number from 20 to 14894 (GiB).",
    ],
    [
      { multiAzCluster: "true", allocatedStorage: "100" },
      "allocatedStorage is 100, but must be a whole number from 400 to 65536 (GiB, of gp3).",
    ],
    [
      { ...aurora, allocatedStorage: "100" },
      'allocatedStorage is "100", but must be absent for the engine aurora-mysql.',
    ],
    [
      { engine: "sqlserver-se", databaseName: "shop" },
      'databaseName is "shop", but RDS makes no database with an instance of sqlserver-se.',
    ],
    [
      { engine: "oracle-se2", databaseName: "WEBSHOPDB" },
      'databaseName is "WEBSHOPDB", but must be 1 to 8 capital letters and digits, starting with a letter, and not NULL.',
    ],
    [
      { engine: "db2-se", ...bought, databaseName: "webshopdb" },
      'databaseName is "webshopdb", but must be 1 to 8 letters and digits, starting with a letter.',
    ],
    [
      { ...aurora, databaseName: "1shop" },
      'databaseName is "1shop", but must be 1 to 64 letters, digits and underscores, starting with a letter.',
    ],
    [{ databaseInsights: "none" }, 'databaseInsights is "none", but must be one of "advanced", "standard".'],
    [
      { licenseModel: "license-included" },
      'licenseModel is "license-included", but postgres has one that needs no naming; leave it out.',
    ],
    [
      { ...aurora, licenseModel: "license-included" },
      'licenseModel is "license-included", but must be absent for the engine aurora-mysql.',
    ],
    [{ engine: "db2-ae" }, 'ibmCustomerId is missing, which the license model "bring-your-own-license" needs.'],
    [
      { engine: "db2-ae", ibmCustomerId: "1234567" },
      'ibmSiteId is missing, which the license model "bring-your-own-license" needs.',
    ],
    [{ ibmSiteId: "7654321" }, 'ibmSiteId is "7654321", but must be absent for the engine postgres.'],
    [{ characterSet: "AL32UTF8" }, 'characterSet is "AL32UTF8", but postgres leaves no choice of it; leave it out.'],
    [
      { engine: "oracle-ee", characterSet: "utf-8" },
      'characterSet is "utf-8", but must be the name of a character set or collation, such as "AL32UTF8".',
    ],
    [
      { engine: "oracle-ee", timezone: "UTC" },
      'timezone is "UTC", but oracle-ee leaves no choice of it; leave it out.',
    ],
    [{ cidrBlock: "999.0.0.0/99" }, `cidrBlock is "999.0.0.0/99", but must be ${block}.`],
    [{ cidrBlock: "10.0.0.0/8" }, `cidrBlock is "10.0.0.0/8", but must be ${block}.`],
    [{ cidrBlock: "10.0.0.0/30" }, `cidrBlock is "10.0.0.0/30", but must be ${block}.`],
    [{ cidrBlock: "10.0.0.0/28" }, `cidrBlock is "10.0.0.0/28", but must be ${block}.`],
    [
      { cidrBlock: "10.0.0.0/27", multiAzCluster: "true" },
      'cidrBlock is "10.0.0.0/27", but must have room for 3 subnets of at least a /28 each.',
    ],
    [
      { vpcId: "vpc-0a" },
      "vpcId is given without subnetCidrBlocks or subnetIds, but must come with free blocks of that VPC or with its subnets.",
    ],
    [{ ...vpc, vpcId: "mine" }, 'vpcId is "mine", but must be the id of a VPC, "vpc-" and hexadecimal digits.'],
    [
      { subnetIds: vpc.subnetIds },
      "subnetIds is given without vpcId, but a VPC of its own computes its subnets from cidrBlock.",
    ],
    [
      { ...vpc, subnetIds: '["subnet-0a"]' },
      'subnetIds is ["subnet-0a"], but must be a list of 2 to 6 entries, one a zone.',
    ],
    [
      { ...vpc, subnetIds: '["subnet-0a","subnet-0a"]' },
      'subnetIds is ["subnet-0a","subnet-0a"], but must name each subnet once.',
    ],
    [
      { ...vpc, subnetIds: '["subnet-0a","eu-west-1b"]' },
      'subnetIds[1] is "eu-west-1b", but must be the id of a subnet, "subnet-" and hexadecimal digits.',
    ],
    [
      { ...vpc, multiAzCluster: "true" },
      'subnetIds is ["subnet-0a","subnet-0b"], but must be a list of 3 or more, one a zone, ' +
        "for a Multi-AZ DB cluster of postgres.",
    ],
    [{ ...vpc, subnetIds: "subnet-0a" }, 'subnetIds is "subnet-0a", but must be a list of strings.'],
    [
      { vpcId: "vpc-0a", subnetCidrBlocks: '["10.1.0.0/24","10.1.0.0/25"]' },
      "subnetCidrBlocks has 10.1.0.0/25 and 10.1.0.0/24, but must have blocks that do not overlap.",
    ],
    [
      { ...vpc, subnetCidrBlocks: '["10.1.0.0/24","10.1.1.0/24"]' },
      "subnetCidrBlocks is given beside subnetIds, but subnets that are there are left as they are; leave one of them out.",
    ],
    [
      { ...vpc, cidrBlock: "10.0.0.0/16" },
      "cidrBlock is given beside vpcId, but an existing VPC has its block already; leave one of them out.",
    ],
    [
      { closeDefaultSecurityGroup: "true" },
      "closeDefaultSecurityGroup is given without vpcId, but the default group of a VPC of its own is always closed.",
    ],
    [{ tables: "carts:id" }, 'tables is "carts:id", but must be a list of strings.'],
    [{ tables: '["carts"]' }, `tables is "carts", but must be ${tableRule}.`],
    [{ tables: '["carts:"]' }, `tables is "carts:", but must be ${tableRule}.`],
    [{ tables: '["carts:id:"]' }, `tables is "carts:id:", but must be ${tableRule}.`],
    [{ tables: '["carts:id:at:S"]' }, `tables is "carts:id:at:S", but must be ${tableRule}.`],
    [
      { tables: '["events:id:at","a:id:id"]' },
      'tables is "a:id:id", whose sort key is "id", but must be another attribute than its partition key.',
    ],
    [
      { tables: `["carts:${"k".repeat(256)}"]` },
      `tables is "carts:${"k".repeat(256)}", whose partition key is "${"k".repeat(256)}", ` +
        "but must be the name of an attribute, 1 to 255 characters.",
    ],
    [{ tables: '["my carts:id"]' }, `tables is "my carts:id", whose name is "my carts", but must be ${tableName}.`],
    [{ tables: '[":id"]' }, `tables is ":id", whose name is "", but must be ${tableName}.`],
    [
      { tables: '["carts:id","carts:id:at"]' },
      'tables is ["carts:id","carts:id:at"], but must be tables of different names, and "carts" is there twice.',
    ],
    [{ disposable: "maybe" }, 'disposable is "maybe", but must be true or false.'],
    ...Object.entries({
      multiAzCluster: undefined,
      instanceClass: "db.m6g.large",
      minCapacity: "1",
      maxCapacity: "8",
      allocatedStorage: "100",
      databaseName: "shop",
      databaseInsights: "standard",
      licenseModel: "license-included",
      ibmCustomerId: "1234567",
      ibmSiteId: "7654321",
      characterSet: "AL32UTF8",
      timezone: "UTC",
      cidrBlock: "10.0.0.0/16",
      vpcId: "vpc-0a",
      subnetIds: '["subnet-0a"]',
      subnetCidrBlocks: '["10.1.0.0/24"]',
      closeDefaultSecurityGroup: "true",
    }).map(([key, value]): (typeof refused)[number] =>
      value === undefined
        ? [
            { ...none, [key]: "true" },
            `${key} is true, but must be false or absent for the engine none: only postgres and mysql have it.`,
          ]
        : [{ ...none, [key]: value }, `${key} is ${JSON.stringify(value)}, but must be absent for the engine none.`],
    ),
  ];
  for (const [changed, message] of refused) {
    it(`refuses: ${message}`, async () => {
      const { error, resources } = await deploy(changed);
      assert.equal(error?.message, `aws-secure-database:${message}`);
      assert.ok(pulumi.RunError.isInstance(error));
      assert.deepEqual(resources, []);
    });
  }
});
