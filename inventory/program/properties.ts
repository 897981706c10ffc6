import type { Reference, Resource, Tags } from "../model";
import { isUnknown, type Unknown, unknown, type Value } from "../value";
import { knownAtDeploy, type ProgramResource, typeOfUrn } from "./program-resource";

type Data = Readonly<Record<string, unknown>>;

/** Levels of a policy document: statements, a statement, its conditions, an operator, a key, its values. */
const documentDepth = 8;

/** Typed reading of a resource's properties, or of an object inside them. */
export class Properties {
  private constructor(
    private readonly resource: ProgramResource,
    private readonly data: Data,
    private readonly parents: readonly string[],
  ) {}

  static of(resource: ProgramResource): Properties {
    return new Properties(resource, resource.props, []);
  }

  /** True when the property has a value, known or not. */
  has(name: string): boolean {
    return this.read(name) !== undefined;
  }

  string(name: string): Value<string> {
    return this.asString(name, this.read(name));
  }

  boolean(name: string): Value<boolean> {
    const value = this.read(name);
    if (value === undefined || typeof value === "boolean" || isUnknown(value)) {
      return value;
    }
    return value === "true" || value === "false" ? value === "true" : this.notReadable(name, "a boolean");
  }

  number(name: string): Value<number> {
    const value = this.read(name);
    if (value === undefined || typeof value === "number" || isUnknown(value)) {
      return value;
    }
    const number = typeof value === "string" && value.trim() !== "" ? Number(value) : Number.NaN;
    return Number.isNaN(number) ? this.notReadable(name, "a number") : number;
  }

  /** A reference to another resource; providers write "" for one that nobody set. */
  reference(name: string): Reference {
    const value = this.string(name);
    return value === "" ? undefined : value;
  }

  strings(name: string): Value<readonly Value<string>[]> {
    const value = this.list(name);
    return value === undefined || isUnknown(value) ? value : value.map((item) => this.asString(name, item));
  }

  /**
   * A list of references to resources of the given types. Where as many of its elements are not known yet as it has
   * sources of these types, each of them is one of these sources.
   */
  references(name: string, types: readonly string[]): Value<readonly Reference[]> {
    const value = this.strings(name);
    if (value === undefined || isUnknown(value)) {
      return value;
    }
    const fitting = this.sourcesOf(name).filter((urn) => types.includes(typeOfUrn(urn)));
    const each = fitting.map((urn) => this.notKnown(name, [urn]));
    const pending = value.filter(isUnknown);
    return pending.length === each.length ? [...value.filter((item) => !isUnknown(item)), ...each] : value;
  }

  object(name: string): Value<Properties> {
    const value = this.read(name);
    return value === undefined || isUnknown(value) ? value : this.asObject(name, value);
  }

  objects(name: string): Value<readonly Value<Properties>[]> {
    const value = this.list(name);
    return value === undefined || isUnknown(value) ? value : value.map((item) => this.asObject(name, item));
  }

  /** The tags of a map, with those that the provider adds. */
  tags(name = "tags"): Tags {
    const value = this.read(name);
    const { providerTags = {} } = this.resource;
    if (value === undefined) {
      return providerTags;
    }
    if (isUnknown(value)) {
      return value;
    }
    return typeof value === "object" && value !== null && !Array.isArray(value)
      ? {
          ...providerTags,
          ...Object.fromEntries(Object.entries(value).map(([key, tag]) => [key, this.tag(name, tag)])),
        }
      : this.notReadable(name, "a map of tags");
  }

  /** A policy document: a text, or the object that a program may write instead. */
  document(name: string): Value<string | object> {
    const value = this.read(name);
    return typeof value === "object" && value !== null && !isUnknown(value)
      ? (this.inside(name, value, documentDepth) as object)
      : this.reference(name);
  }

  /** URNs of the resources that a property comes from; objects inside share those of the whole property. */
  sourcesOf(name: string): readonly string[] {
    return this.resource.dependencies[this.parents[0] ?? name] ?? [];
  }

  private list(name: string): readonly unknown[] | Unknown | undefined {
    const value = this.read(name);
    if (value === undefined || isUnknown(value)) {
      return value;
    }
    return Array.isArray(value) ? value.map((item) => this.named(name, item)) : this.notReadable(name, "a list");
  }

  private tag(name: string, value: unknown): Value<string> {
    return this.asString(name, this.named(name, value ?? undefined));
  }

  private read(name: string): unknown {
    return this.named(name, this.data[name] ?? undefined);
  }

  /** The unknown values inside say what they wait for too. */
  private inside(name: string, value: unknown, depth: number): unknown {
    if (typeof value !== "object" || value === null || isUnknown(value) || depth === 0) {
      return this.named(name, value);
    }
    return Array.isArray(value)
      ? value.map((item) => this.inside(name, item, depth - 1))
      : Object.fromEntries(Object.entries(value).map(([key, item]) => [key, this.inside(name, item, depth - 1)]));
  }

  /** An unknown value says what it waits for and where it comes from. */
  private named(name: string, value: unknown): unknown {
    return isUnknown(value) ? this.notKnown(name, this.sourcesOf(name), value.waitsFor) : value;
  }

  private asString(name: string, value: unknown): Value<string> {
    if (value === undefined || typeof value === "string" || isUnknown(value)) {
      return value;
    }
    return typeof value === "number" || typeof value === "boolean" ? String(value) : this.notReadable(name, "a string");
  }

  private asObject(name: string, value: unknown): Value<Properties> {
    if (isUnknown(value)) {
      return value;
    }
    return typeof value === "object" && value !== null && !Array.isArray(value)
      ? new Properties(this.resource, value as Data, [...this.parents, name])
      : this.notReadable(name, "an object");
  }

  private notKnown(name: string, sources: readonly string[], why = knownAtDeploy): Unknown {
    return unknown(`${[...this.parents, name].join(".")}, ${why}`, sources);
  }

  private notReadable(name: string, needed: string): Unknown {
    return unknown(`${[...this.parents, name].join(".")}, which is not ${needed}`);
  }
}

/** What every resource of the inventory carries; `identifiers` names the properties by which others know it. */
export function resourceOf(resource: ProgramResource, identifiers: readonly string[]): Resource {
  const { urn, name, props, providerRegion } = resource;
  const { arn, region } = props;
  const known = [...identifiers.map((property) => props[property]), ...idsInArn(arn)];
  return {
    id: urn,
    name,
    identifiers: [...new Set(known.filter((value): value is string => typeof value === "string" && value !== ""))],
    ...regionFrom(region, arn, providerRegion),
  };
}

/** EC2's ARNs end in the id, which policies do not see otherwise: "arn:aws:ec2:eu-west-1:123456789012:subnet/subnet-1". */
function idsInArn(arn: unknown): readonly string[] {
  const id = typeof arn === "string" && arn.split(":")[2] === "ec2" ? arn.split("/")[1] : undefined;
  return id === undefined ? [] : [id];
}

function regionFrom(region: unknown, arn: unknown, providerRegion: string | undefined): { region?: string } {
  const inArn = typeof arn === "string" ? arn.split(":")[3] : undefined;
  const known = [region, inArn, providerRegion].find(isRegion);
  return known === undefined ? {} : { region: known };
}

/** Whether a value looks like a region, such as "us-gov-west-1": messages show it. */
export function isRegion(value: unknown): value is string {
  return typeof value === "string" && /^[a-z]{2,4}(-[a-z]{2,12}){1,3}-\d{1,2}$/.test(value);
}
