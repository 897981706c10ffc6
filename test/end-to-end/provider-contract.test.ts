/**
 * The sandbox's AWS provider takes the same arguments as the AWS plugin that @pulumi/aws is made from. A name that
 * differs would be dropped without a word, and a test in the sandbox would then prove nothing.
 */
import { strict as assert } from "node:assert";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import ts from "typescript";
import { type Property, providerSchema, type Schema } from "./provider-schema";

const checkout = join(__dirname, "..", "..");
const awsFolder = dirname(require.resolve("@pulumi/aws/package.json", { paths: [checkout] }));

const NEWER = "newer than the upstream release that the sandbox builds; optional, and no component sets it";

/** Arguments of @pulumi/aws that the sandbox's provider does not know, with the reason why that is no loss. */
const EXCUSED: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "aws:cloudformation/stackSet:StackSet": { "autoDeployment.dependsOnStackSets": NEWER },
  "aws:cloudwatch/logResourcePolicy:LogResourcePolicy": { resourceArn: NEWER },
  "aws:cloudwatch/metricAlarm:MetricAlarm": {
    evaluationCriteria: NEWER,
    evaluationInterval: NEWER,
    warmUpConfiguration: NEWER,
  },
  "aws:dynamodb/table:Table": { restoreBackupArn: NEWER },
  "aws:ec2/flowLog:FlowLog": { tagFieldSpecifications: NEWER },
  "aws:ec2/networkInterface:NetworkInterface": { enaSrdSpecification: NEWER },
  "aws:ec2/route:Route": { odbNetworkArn: NEWER },
  "aws:ec2/routeTable:RouteTable": { "routes.odbNetworkArn": NEWER },
  "aws:glue/catalogTable:CatalogTable": {
    "openTableFormatInput.icebergInput.icebergTableInput": NEWER,
    viewDefinition: NEWER,
  },
  "aws:kinesis/stream:Stream": { warmThroughputMibPs: NEWER },
  "aws:lambda/eventSourceMapping:EventSourceMapping": { useResourceTimeoutForPropagation: NEWER },
  "aws:lambda/function:Function": { useResourceTimeoutForPropagation: NEWER },
  "aws:rds/cluster:Cluster": { autoMinorVersionUpgrade: NEWER, warningEventCategories: NEWER },
  "aws:rds/clusterInstance:ClusterInstance": { warningEventCategories: NEWER },
  "aws:rds/instance:Instance": { warningEventCategories: NEWER },
  "aws:s3/bucket:Bucket": { bucketNamespace: NEWER },
  "aws:secretsmanager/secret:Secret": { type: NEWER },
  "aws:secretsmanager/secretRotation:SecretRotation": {
    externalSecretRotationMetadatas: NEWER,
    externalSecretRotationRoleArn: NEWER,
    rotationEnabled: NEWER,
  },
};

/** What an argument looks like: nested arrays around a value or around an object with arguments of its own. */
interface Shape {
  readonly arrays: number;
  readonly object?: () => Record<string, Shape>;
}

describe("The sandbox's AWS provider takes what @pulumi/aws sends", () => {
  let schema: Schema;
  let inputs: ts.SourceFile;
  // Where the sandbox runs on Pulumi's own plugin, that one has far more than resources.go lists, and needs no excuse.
  let built: boolean;

  before(() => {
    ({ schema, built } = providerSchema());
    inputs = parse(join(awsFolder, "types", "input.d.ts"));
  });

  const { resources, functions } = mappings();

  it("is compared in all that it has", () => {
    assert.ok(resources.length > 0, "no resource was found in resources.go");
    assert.ok(functions.length > 0, "no function was found in resources.go");
    const own = (tokens: object): string[] =>
      Object.keys(tokens)
        .filter((token) => token.startsWith("aws:"))
        .sort();
    if (built) {
      assert.deepEqual(resources.map(resourceToken).sort(), own(schema.resources));
      assert.deepEqual(functions.map(functionToken).sort(), own(schema.functions));
    }
  });

  it("is excused for nothing that is not compared", () => {
    const compared = new Set([...resources.map(resourceToken), ...functions.map(functionToken)]);
    assert.deepEqual(
      Object.keys(EXCUSED).filter((token) => !compared.has(token)),
      [],
    );
  });

  for (const { module, name } of resources) {
    it(`resource ${module}.${name}`, () => {
      const file = join(awsFolder, module, `${lowerFirst(name)}.d.ts`);
      const token = resourceToken({ module, name });
      assert.ok(
        readFileSync(file.replace(/\.d\.ts$/, ".js"), "utf8").includes(`'${token}'`),
        `@pulumi/aws has no ${token}`,
      );
      const resource = schema.resources[token];
      assert.ok(resource, `the provider has no ${token}`);
      compare(token, argumentsOf(file, `${name}Args`), fromSchema(resource.inputProperties));
    });
  }
  for (const { module, name } of functions) {
    it(`function ${module}.${name}`, () => {
      const file = join(awsFolder, module === "index" ? "" : module, `${name}.d.ts`);
      const token = functionToken({ module, name });
      assert.ok(
        readFileSync(file.replace(/\.d\.ts$/, ".js"), "utf8").includes(`"${token}"`),
        `@pulumi/aws has no ${token}`,
      );
      const found = schema.functions[token];
      assert.ok(found, `the provider has no ${token}`);
      const interfaceName = `${name[0]?.toUpperCase()}${name.slice(1)}Args`;
      compare(token, argumentsOf(file, interfaceName), fromSchema(found.inputs?.properties));
    });
  }

  function compare(token: string, program: Record<string, Shape>, provider: Record<string, Shape>): void {
    const excused = EXCUSED[token] ?? {};
    const argument = (difference: string): string => difference.split(":")[0] as string;
    const found = differencesOf(program, provider, "");
    const unexcused = found.filter((difference) => !(argument(difference) in excused));
    assert.deepEqual(unexcused, [], `${token} differs`);
    if (!built) return;
    const stale = Object.keys(excused).filter((name) => !found.map(argument).includes(name));
    assert.deepEqual(stale, [], `${token} no longer differs in what is excused`);
  }

  function fromSchema(properties: Record<string, Property> = {}): Record<string, Shape> {
    return Object.fromEntries(Object.entries(properties).map(([name, property]) => [name, shapeOfProperty(property)]));
  }

  function shapeOfProperty(property: Property): Shape {
    if (property.type === "array" && property.items) {
      const { arrays, object } = shapeOfProperty(property.items);
      return { arrays: arrays + 1, object };
    }
    const reference = property.$ref?.replace("#/types/", "");
    const type = reference === undefined ? undefined : schema.types[reference];
    return type?.properties ? { arrays: 0, object: () => fromSchema(type.properties) } : { arrays: 0 };
  }

  function argumentsOf(file: string, interfaceName: string): Record<string, Shape> {
    return members(interfaceIn(parse(file), interfaceName));
  }

  function members(declaration: ts.InterfaceDeclaration | undefined): Record<string, Shape> {
    const shapes: Record<string, Shape> = {};
    for (const member of declaration?.members ?? []) {
      if (ts.isPropertySignature(member) && member.type) shapes[member.name.getText()] = shapeOfType(member.type);
    }
    return shapes;
  }

  function shapeOfType(type: ts.TypeNode): Shape {
    if (ts.isParenthesizedTypeNode(type)) return shapeOfType(type.type);
    if (ts.isArrayTypeNode(type)) {
      const { arrays, object } = shapeOfType(type.elementType);
      return { arrays: arrays + 1, object };
    }
    if (ts.isUnionTypeNode(type)) {
      const shapes = type.types.filter((part) => part.kind !== ts.SyntaxKind.UndefinedKeyword).map(shapeOfType);
      // Text that may also be given as an object, such as a policy document, is text to the provider.
      const scalar = shapes.find((shape) => shape.arrays === 0 && shape.object === undefined);
      return scalar ?? shapes[0] ?? { arrays: 0 };
    }
    if (!ts.isTypeReferenceNode(type)) return { arrays: 0 };
    const name = type.typeName.getText();
    if (name === "pulumi.Input" && type.typeArguments?.[0]) return shapeOfType(type.typeArguments[0]);
    if (!name.startsWith("inputs.")) return { arrays: 0 };
    return { arrays: 0, object: () => members(interfaceIn(inputs, name.slice("inputs.".length))) };
  }
});

function differencesOf(program: Record<string, Shape>, provider: Record<string, Shape>, path: string): string[] {
  const differences: string[] = [];
  for (const name of new Set([...Object.keys(program), ...Object.keys(provider)])) {
    const [ours, theirs] = [program[name], provider[name]];
    const at = `${path}${name}`;
    if (theirs === undefined) differences.push(`${at}: the provider does not know it`);
    else if (ours === undefined) differences.push(`${at}: @pulumi/aws does not have it`);
    else if (ours.arrays !== theirs.arrays) {
      differences.push(`${at}: ${ours.arrays} nested lists in @pulumi/aws, ${theirs.arrays} in the provider`);
    } else if (ours.object && theirs.object) {
      // Types that contain themselves end here.
      if (path.split(".").length < 8) differences.push(...differencesOf(ours.object(), theirs.object(), `${at}.`));
    } else if (ours.object || theirs.object) differences.push(`${at}: an object on one side only`);
  }
  return differences;
}

/** A row of a table in sandbox/provider/resources.go. */
interface Mapping {
  readonly module: string;
  readonly name: string;
}

function resourceToken({ module, name }: Mapping): string {
  return `aws:${module}/${lowerFirst(name)}:${name}`;
}

function functionToken({ module, name }: Mapping): string {
  return `aws:${module}/${name}:${name}`;
}

/** The tables of sandbox/provider/resources.go. */
function mappings(): Record<"resources" | "functions", Mapping[]> {
  const text = readFileSync(join(checkout, "sandbox", "provider", "resources.go"), "utf8");
  const [resources = "", functions = ""] = text.split("var resources").at(-1)?.split("var functions") ?? [];
  const rows = (table: string): Mapping[] =>
    [...table.matchAll(/\{"\w+", "(\w+)", "(\w+)"\}/g)].map(([, module = "", name = ""]) => ({ module, name }));
  return { resources: rows(resources), functions: rows(functions) };
}

function parse(file: string): ts.SourceFile {
  return ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.ES2022, true);
}

/** Finds `name`, or `namespace.name`, in a file or in one of its namespaces. */
function interfaceIn(source: ts.SourceFile, name: string): ts.InterfaceDeclaration | undefined {
  let statements: readonly ts.Statement[] = source.statements;
  const parts = name.split(".");
  for (const namespace of parts.slice(0, -1)) {
    const found = statements.filter(ts.isModuleDeclaration).find((statement) => statement.name.text === namespace);
    if (found?.body === undefined || !ts.isModuleBlock(found.body)) return undefined;
    statements = found.body.statements;
  }
  return statements.filter(ts.isInterfaceDeclaration).find((statement) => statement.name.text === parts.at(-1));
}

function lowerFirst(text: string): string {
  return `${text[0]?.toLowerCase()}${text.slice(1)}`;
}
