import assert from "node:assert/strict";
import type { ProgramResource } from "../../../inventory/program";
import { Properties, resourceOf } from "../../../inventory/program/properties";
import { unknown } from "../../../inventory/value";

const subnetA = "urn:pulumi:dev::shop::acme:network:Network$aws:ec2/subnet:Subnet::a";
const subnetB = "urn:pulumi:dev::shop::aws:ec2/subnet:Subnet::b";
const vpc = "urn:pulumi:dev::shop::aws:ec2/vpc:Vpc::vpc";
const later = unknown("known at deploy");

function resource(props: Record<string, unknown>, dependencies: ProgramResource["dependencies"] = {}): ProgramResource {
  return { urn: subnetA, type: "aws:ec2/subnet:Subnet", name: "a", props, dependencies };
}

function read(value: unknown, sources: readonly string[] = []): Properties {
  return Properties.of(resource({ it: value }, { it: sources }));
}

describe("Properties", () => {
  const cases: readonly (readonly [shows: string, found: unknown, expected: unknown])[] = [
    ["a boolean", read(false).boolean("it"), false],
    ["a boolean written as a string", read("true").boolean("it"), true],
    ["something else than a boolean", read("yes").boolean("it"), unknown("it, which is not a boolean")],
    ["null", read(null).boolean("it"), undefined],
    ["a number", read(0).number("it"), 0],
    ["a number written as a string", read("5432").number("it"), 5432],
    ["something else than a number", read("").number("it"), unknown("it, which is not a number")],
    ["a string written as a number", read(1).string("it"), "1"],
    ["an empty string", read("").string("it"), ""],
    ["an empty reference", read("").reference("it"), undefined],
    ["a value known at deploy", read(later, [vpc]).reference("it"), unknown("it, known at deploy", [vpc])],
    ["a string where a list belongs", read("a").strings("it"), unknown("it, which is not a list")],
    ["a list where an object belongs", read([]).object("it"), unknown("it, which is not an object")],
    [
      "a secret that cannot be read",
      read(unknown("a secret that this analysis cannot read")).string("it"),
      unknown("it, a secret that this analysis cannot read"),
    ],
  ];
  for (const [shows, found, expected] of cases) {
    it(`reads ${shows}`, () => assert.deepEqual(found, expected));
  }

  it("names an unknown inside an object by its path, with the sources of the whole property", () => {
    const inner = read({ kmsKeyArn: later }, [vpc]).object("it");
    assert.ok(inner instanceof Properties);
    assert.deepEqual(inner.reference("kmsKeyArn"), unknown("it.kmsKeyArn, known at deploy", [vpc]));
  });
});

describe("references of a list", () => {
  const types = ["aws:ec2/subnet:Subnet"];
  const a = unknown("it, known at deploy", [subnetA]);
  const b = unknown("it, known at deploy", [subnetB]);
  const either = unknown("it, known at deploy", [subnetA, subnetB]);
  const cases: readonly (readonly [shows: string, value: unknown, sources: readonly string[], expected: unknown])[] = [
    ["known ids", ["subnet-1"], [], ["subnet-1"]],
    ["as many unknown ids as sources", [later, later], [subnetA, subnetB], [a, b]],
    ["known and unknown ids", ["subnet-1", later], [subnetA], ["subnet-1", a]],
    ["fewer unknown ids than sources", [later], [subnetA, subnetB], [either]],
    ["an unknown list", later, [subnetA, subnetB], either],
    ["nothing", undefined, [], undefined],
  ];
  for (const [shows, value, sources, expected] of cases) {
    it(`reads ${shows}`, () => assert.deepEqual(read(value, sources).references("it", types), expected));
  }
});

describe("resourceOf", () => {
  it("knows a resource by its outputs and the id in an EC2 ARN", () => {
    const arn = "arn:aws:ec2:eu-west-1:123456789012:subnet/subnet-1";
    assert.deepEqual(resourceOf(resource({ arn }), ["arn"]), {
      id: subnetA,
      name: "a",
      identifiers: [arn, "subnet-1"],
      region: "eu-west-1",
    });
  });

  it("takes the region that the resource names, then that of its provider", () => {
    const own = { ...resource({ region: "eu-west-1" }), providerRegion: "us-east-1" };
    const inherited = { ...resource({ region: later }), providerRegion: "us-east-1" };
    assert.equal(resourceOf(own, []).region, "eu-west-1");
    assert.equal(resourceOf(inherited, []).region, "us-east-1");
    assert.equal(resourceOf(resource({}), []).region, undefined);
  });
});
