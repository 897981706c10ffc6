import { isPending, type Pending, pending, type Row } from "../test/support/program";

/** Properties that only exist once the resource does: nobody writes them. */
const outputs = ["id", "arn", "keyId", "resourceId", "mainRouteTableId", "dbiResourceId", "encrypted"];

/** The TypeScript that declares these rows, those that others come from first. */
export function sampleOf(rows: readonly Row[]): string {
  return inOrder(named(rows)).map(declaration).join("\n");
}

/**
 * The rows under names from life, no two the same: tests call the resource that a control judges "subject", and have
 * resources of several types under one name.
 */
function named(rows: readonly Row[]): readonly Row[] {
  const taken = new Set(rows.map(({ name }) => name));
  const names = new Map(rows.map((row) => [row.name, row.name === "subject" ? freeName(row, taken) : row.name]));
  return rows.map((row) => renamed(row, names) as Row);
}

function freeName({ type }: Row, taken: ReadonlySet<string>): string {
  const className = type.split(":").at(-1) ?? "";
  return taken.has("orders") ? `${className[0]?.toLowerCase()}${className.slice(1)}` : "orders";
}

/** A row, or a value in it, with the names of rows replaced. */
function renamed(value: unknown, names: ReadonlyMap<string, string>): unknown {
  if (isPending(value)) {
    return pending(...value.names.map((name) => names.get(name) ?? name));
  }
  if (Array.isArray(value)) {
    return value.map((item) => renamed(item, names));
  }
  if (typeof value !== "object" || value === null) {
    return value;
  }
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      key === "name" && "type" in value && typeof inner === "string" && names.has(inner)
        ? names.get(inner)
        : renamed(inner, names),
    ]),
  );
}

function inOrder(rows: readonly Row[]): readonly Row[] {
  const done: Row[] = [];
  const visit = (row: Row, path: readonly Row[]): void => {
    if (done.includes(row) || path.includes(row)) {
      return;
    }
    for (const name of sourcesIn(row.props)) {
      const source = rows.find((candidate) => candidate.name === name);
      if (source !== undefined) {
        visit(source, [...path, row]);
      }
    }
    done.push(row);
  };
  for (const row of rows) {
    visit(row, []);
  }
  return done;
}

function sourcesIn(value: unknown): readonly string[] {
  if (isPending(value)) {
    return value.names;
  }
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(sourcesIn) : [];
}

function declaration({ type, name, props = {} }: Row): string {
  const written = Object.entries(props).filter(([property]) => !outputs.includes(property));
  const args = written.length === 0 ? "" : `, ${object(written, 0, undefined)}`;
  return `const ${variable(name)} = new ${classOf(type)}(${JSON.stringify(name)}${args});`;
}

/** "aws:rds/instance:Instance" is aws.rds.Instance. */
function classOf(type: string): string {
  const [provider = "", module = "", name = ""] = type.split(":");
  return [provider === "aws-native" ? "awsNative" : provider, module.split("/")[0], name].join(".");
}

function variable(name: string): string {
  const words = name.split(/[^a-zA-Z0-9]+/).filter((word) => word !== "");
  const camel = words.map((word, index) => (index === 0 ? word : `${word[0]?.toUpperCase()}${word.slice(1)}`)).join("");
  // A name may start with a digit, or be a word of the language such as "public".
  return /^[a-z_]/i.test(camel) && !/^(public|private|protected|static|default|new|package|interface)$/.test(camel)
    ? camel
    : `resource${camel[0]?.toUpperCase()}${camel.slice(1)}`;
}

function object(entries: readonly (readonly [string, unknown])[], depth: number, property: string | undefined): string {
  const indent = "  ".repeat(depth + 1);
  const lines = entries.map(
    ([name, value]) => `${indent}${key(name)}: ${literal(value, depth + 1, isName(name) ? name : property)},`,
  );
  return `{\n${lines.join("\n")}\n${"  ".repeat(depth)}}`;
}

function literal(value: unknown, depth: number, property: string | undefined): string {
  if (isPending(value)) {
    return output(value, property);
  }
  if (Array.isArray(value)) {
    return `[${value.map((item) => literal(item, depth, property)).join(", ")}]`;
  }
  if (typeof value === "object" && value !== null) {
    const entries = Object.entries(value);
    return entries.length === 0 ? "{}" : object(entries, depth, property);
  }
  const document = typeof value === "string" ? documentIn(value) : undefined;
  return document === undefined ? JSON.stringify(value) : `JSON.stringify(${literal(document, depth, property)})`;
}

/** A policy document that a test writes as a text of JSON: a program would write the object. */
function documentIn(text: string): object | undefined {
  try {
    const value: unknown = text.startsWith("{") ? JSON.parse(text) : undefined;
    return typeof value === "object" && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}

/** What a property takes of the resource that it comes from. */
function output({ names }: Pending, property = ""): string {
  const [source] = names;
  if (source === undefined) {
    return `config.require(${JSON.stringify(property)})`;
  }
  const wanted = outputOf(property);
  const texts = names.map((name) => `${variable(name)}.${wanted}`);
  return texts.length === 1 ? `${texts[0]}` : `[${texts.join(", ")}]`;
}

function outputOf(property: string): string {
  if (
    /Arns?$/i.test(property) ||
    /kmsKeyId$/i.test(property) ||
    /^(resources|notResources|logDestination)$/.test(property)
  ) {
    return "arn";
  }
  return /Name$/.test(property) ? "name" : "id";
}

function key(name: string): string {
  return isName(name) ? name : JSON.stringify(name);
}

function isName(name: string): boolean {
  return /^[a-zA-Z_$][\w$]*$/.test(name);
}
