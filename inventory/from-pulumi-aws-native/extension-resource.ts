import type { Adaptor, Part } from "../program/adaptor";
import type { ProgramResource } from "../program/program-resource";
import { isUnknown } from "../value";

type Data = Readonly<Record<string, unknown>>;

/** Properties whose insides are no properties of CloudFormation: documents and maps of any names. */
const opaque: readonly string[] = [
  "AssumeRolePolicyDocument",
  "InlinePolicy",
  "KeyPolicy",
  "Parameters",
  "PolicyDocument",
  "ResourcePolicyDocument",
];

/** Levels of nested properties; no type read here has more. */
const longestWay = 8;

/**
 * The generic resource of the aws-native provider, which makes a resource of any CloudFormation type, such as
 * "AWS::RDS::DBInstance", with the properties as CloudFormation calls them.
 * https://www.pulumi.com/registry/packages/aws-native/api-docs/extensionresource/
 * @param adaptors those of the provider's own types, by their tokens
 */
export function extensionResource(adaptors: Readonly<Record<string, Adaptor>>): Adaptor {
  return (resource): Part => {
    const { type, properties, outputs } = resource.props;
    const token = typeof type === "string" ? tokenOf(type) : "";
    return Object.hasOwn(adaptors, token) && isData(properties)
      ? (adaptors[token] as Adaptor)(translated(resource, { ...(isData(outputs) ? outputs : {}), ...properties }))
      : {};
  };
}

/** Every property comes from what the whole bag comes from. */
function translated(resource: ProgramResource, properties: Data): ProgramResource {
  const props = withSdkNames(properties, longestWay) as Data;
  const sources = resource.dependencies.properties ?? [];
  return { ...resource, props, dependencies: Object.fromEntries(Object.keys(props).map((name) => [name, sources])) };
}

function withSdkNames(value: unknown, depth: number): unknown {
  if (depth === 0 || typeof value !== "object" || value === null || isUnknown(value)) {
    return value;
  }
  return Array.isArray(value)
    ? value.map((item) => withSdkNames(item, depth - 1))
    : Object.fromEntries(
        Object.entries(value).map(([name, inner]) => [
          sdkName(name),
          isOpaque(name, inner) ? inner : withSdkNames(inner, depth - 1),
        ]),
      );
}

/** The policy of a secret is a document itself, that of a table holds one. */
function isOpaque(name: string, value: unknown): boolean {
  return (
    opaque.includes(name) || (name === "ResourcePolicy" && isData(value) && !Object.hasOwn(value, "PolicyDocument"))
  );
}

/** "AWS::RDS::DBInstance" is "aws-native:rds:DbInstance". */
function tokenOf(type: string): string {
  const [vendor, service = "", name = ""] = type.split("::");
  return vendor === "AWS" ? `aws-native:${service.toLowerCase()}:${lowerAcronyms(name)}` : "";
}

/** "EnableIAMDatabaseAuthentication" is "enableIamDatabaseAuthentication". */
function sdkName(name: string): string {
  const lowered = lowerAcronyms(name);
  return lowered.charAt(0).toLowerCase() + lowered.slice(1);
}

/** The last capital of a row starts the next word, unless the row ends the name or is a plural. */
function lowerAcronyms(name: string): string {
  return name.replace(/[A-Z0-9]{2,}/g, (row, at: number) => {
    const rest = name.slice(at + row.length);
    const end = rest === "" || /^s(?![a-z])/.test(rest) ? row.length : row.length - 1;
    return row.charAt(0) + row.slice(1, end).toLowerCase() + row.slice(end);
  });
}

function isData(value: unknown): value is Data {
  return typeof value === "object" && value !== null && !Array.isArray(value) && !isUnknown(value);
}
