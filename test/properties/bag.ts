import fc from "fast-check";
import { unknown } from "../../inventory/value";

/** Stands in generated values for an object or a list, whose inside is generated when it is read. */
interface Nested {
  readonly nested: "object" | "list";
  readonly length: number;
}

/** A text as a password manager makes it: it has the shape of nothing that a message may show. */
export const secretMark = "Tr0ub4dor&3!";

const secret = fc.nat().map((number) => `${secretMark}${number}$ `);

/** Values that controls look for, so that generated resources come past the first question. */
const meaningful = fc.constantFrom<unknown>(
  true,
  false,
  0,
  1,
  7,
  30,
  365,
  5432,
  "postgres",
  "aurora-mysql",
  "mysql",
  "oracle-se2",
  "17",
  "8.0",
  "aurora-postgresql17",
  "rds.force_ssl",
  "1",
  "ON",
  "0.0.0.0/0",
  "::/0",
  "10.0.0.0/8",
  "-1",
  "tcp",
  "ingress",
  "default",
  "alias/aws/rds",
  "arn:aws:kms:eu-west-1:123456789012:key/00000000-0000-0000-0000-000000000000",
  "arn:aws:rds:eu-west-1:123456789012:db:orders",
  "vpc-0123456789abcdef0",
  "KMS",
  "TLS",
  "*",
  "all",
  "ALL",
  '{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"rds-db:*","Resource":"*","Principal":"*"}}',
  '{"Statement":[{"Effect":"Allow","NotAction":"s3:*","NotResource":[],"Condition":{"Bool":{"a":[null]}}},7,null]}',
  '{"Statement":[[[[[["deep"]]]]]]',
);

/** Names that the resources of a program share, so that one is often what another refers to. */
const shared = fc.constantFrom("link-1", "link-2", "arn:aws:rds:eu-west-1:123456789012:db:link-1");

/** Texts with anything in them, lone surrogates and no end among it. */
const anyText = fc.oneof(
  fc.string({ unit: "binary", maxLength: 40 }),
  fc.constantFrom("\ud800", "\udfff\ud800", "__proto__", "constructor", "", " ", "arn:", "arn:::::::", "[secret]"),
  fc
    .constantFrom("a", "*", "0.", "arn:aws:", "/*", ",", "[")
    .chain((unit) => fc.integer({ min: 1000, max: 20_000 }).map((times) => unit.repeat(times))),
);

const nested: fc.Arbitrary<Nested> = fc.record({
  nested: fc.constantFrom<Nested["nested"]>("object", "list"),
  length: fc.nat({ max: 3 }),
});

const anyValue = fc.oneof(
  { weight: 6, arbitrary: meaningful },
  { weight: 3, arbitrary: shared },
  { weight: 2, arbitrary: nested },
  { weight: 1, arbitrary: anyText },
  { weight: 1, arbitrary: secret },
  { weight: 1, arbitrary: fc.constant(unknown("known at deploy")) },
  { weight: 1, arbitrary: fc.constantFrom<unknown>(undefined, null, Number.NaN, -1, 1e308, [], {}, [[[]]], 0n) },
);

/** Deep enough for every real resource; deeper bags are refused by the engine's own messages first. */
const maxDepth = 12;

/** The value at a path into a resource's properties. */
export type Read = (path: string) => unknown;

/** A choice of a value for each path, the same each time, for each of `count` resources. */
export function anyReaders(count: number): fc.Arbitrary<readonly Read[]> {
  return fc
    .record({
      values: fc.array(anyValue, { minLength: 60, maxLength: 60 }),
      seeds: fc.array(fc.integer(), { minLength: count, maxLength: count }),
    })
    .map(({ values, seeds }) =>
      seeds.map((seed) => (path) => values[(fc.hash(`${seed}${path}`) >>> 0) % values.length]),
    );
}

/** The properties of a resource: whatever is read of them has a value. */
export function propertyBag(read: Read): Record<string, unknown> {
  return bag(read, "", 0);
}

/** Names that are not properties but ways to ask what a value is. */
const notProperties = new Set<string | symbol>(["unknown", "waitsFor", "sources", "then", "toJSON"]);

/** What a map of tags, parameters or conditions lists as its names. */
const listed = ["Name", "StringEquals", "rds.force_ssl"];

function bag(read: Read, path: string, depth: number): Record<string, unknown> {
  const valueNamed = (name: string) => made(read, `${path}.${name}`, depth);
  return new Proxy<Record<string, unknown>>(
    {},
    {
      get: (_, name) => (typeof name === "symbol" || notProperties.has(name) ? undefined : valueNamed(name)),
      has: (_, name) => typeof name === "string" && !notProperties.has(name),
      ownKeys: () => listed,
      getOwnPropertyDescriptor: (_, name) => ({
        configurable: true,
        enumerable: true,
        value: typeof name === "string" ? valueNamed(name) : undefined,
      }),
    },
  );
}

function made(read: Read, path: string, depth: number): unknown {
  const value = read(path);
  if (!isNested(value)) {
    return value;
  }
  if (depth >= maxDepth) {
    return null;
  }
  return value.nested === "object"
    ? bag(read, path, depth + 1)
    : Array.from({ length: value.length }, (_, index) => made(read, `${path}[${index}]`, depth + 1));
}

function isNested(value: unknown): value is Nested {
  return typeof value === "object" && value !== null && "nested" in value;
}
