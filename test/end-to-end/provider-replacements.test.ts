/**
 * What the descriptions of our arguments say that a change replaces, the AWS provider replaces: its schema marks the
 * property, or its code decides.
 */
import assert from "node:assert/strict";
import { replacements } from "../support/replacements";
import { type Property, providerSchema, type Schema } from "./provider-schema";

/** Properties that the schema does not mark, with what the provider's code does. */
const DECIDED_IN_CODE: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    [
      "aws:backup/plan:Plan",
      "aws:backup/vault:Vault",
      "aws:kms/key:Key",
      "aws:rds/eventSubscription:EventSubscription",
      "aws:rds/instance:Instance",
      "aws:rds/instanceAutomatedBackupsReplication:InstanceAutomatedBackupsReplication",
      "aws:sns/topic:Topic",
    ].map((type) => [`${type}.region`, "the provider adds it to each type, and compares it with its own region first"]),
  ),
  "aws:rds/cluster:Cluster.storageType": "replaces what is not Aurora",
  "aws:ec2/subnet:Subnet.ipv6CidrBlock": "replaces a subnet that assigns addresses of the block",
  "aws:dynamodb/table:Table.replicas": "replaces the replica and not the table",
};

describe("what a change replaces, the sandbox's AWS provider replaces", () => {
  let schema: Schema;
  before(() => {
    ({ schema } = providerSchema());
  });

  const properties = [...new Set(replacements.flatMap(({ by }) => by))].sort();

  it("has no exception that no argument needs", () => {
    assert.deepEqual(
      Object.keys(DECIDED_IN_CODE).filter((property) => !properties.includes(property)),
      [],
    );
  });

  for (const property of properties) {
    const reason = DECIDED_IN_CODE[property];
    it(`${property}${reason === undefined ? "" : `: ${reason}`}`, () => {
      const [type = "", ...path] = property.split(".");
      assert.equal(propertyAt(type, path).willReplaceOnChanges ?? false, reason === undefined);
    });
  }

  /** A property of a resource, or within one. */
  function propertyAt(type: string, [first = "", ...nested]: readonly string[]): Property {
    const outer = schema.resources[type]?.inputProperties?.[first];
    assert.ok(outer, `the provider has no ${type}.${first}`);
    return nested.reduce((property, name) => {
      const reference = (property.items ?? property).$ref?.replace("#/types/", "") ?? "";
      const inner = schema.types[reference]?.properties?.[name];
      assert.ok(inner, `${reference} has no ${name}`);
      return inner;
    }, outer);
  }
});
