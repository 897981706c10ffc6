import assert from "node:assert/strict";
import { effectiveProps } from "../../../inventory/program";
import { unknown } from "../../../inventory/value";

const later = unknown("known at deploy");

describe("effectiveProps", () => {
  const cases: readonly {
    readonly shows: string;
    readonly declared: Record<string, unknown> | undefined;
    readonly outputs: Record<string, unknown>;
    readonly expected: Record<string, unknown>;
  }[] = [
    {
      shows: "an unset property that the provider computes is absent",
      declared: {},
      outputs: { kmsKeyId: later },
      expected: { kmsKeyId: undefined },
    },
    {
      shows: "an unset property of an existing resource is what the provider knows",
      declared: {},
      outputs: { storageEncrypted: true },
      expected: { storageEncrypted: true },
    },
    {
      shows: "a declared value counts before what the provider knows",
      declared: { port: 5432 },
      outputs: { port: 5433 },
      expected: { port: 5432 },
    },
    {
      shows: "a declared value that is not known yet is what the provider knows",
      declared: { kmsKeyId: later },
      outputs: { kmsKeyId: "arn" },
      expected: { kmsKeyId: "arn" },
    },
    {
      shows: "an object that is unset in part is what is declared",
      declared: { serverSideEncryption: { enabled: true } },
      outputs: { serverSideEncryption: { enabled: true, kmsKeyArn: later } },
      expected: { serverSideEncryption: { enabled: true } },
    },
    {
      shows: "rules and routes that separate resources add are not the resource's own",
      declared: {},
      outputs: { ingress: [{ cidrBlocks: ["0.0.0.0/0"] }], routes: [{ gatewayId: "igw-1" }] },
      expected: { ingress: undefined, routes: undefined },
    },
    {
      shows: "policies of a role and replicas of a table that separate resources add are not its own",
      declared: {},
      outputs: {
        inlinePolicies: [{ policy: "{}" }],
        managedPolicyArns: ["arn"],
        replicas: [{ regionName: "eu-west-2" }],
      },
      expected: { inlinePolicies: undefined, managedPolicyArns: undefined, replicas: undefined },
    },
    {
      shows: "outputs count alone when no input was seen",
      declared: undefined,
      outputs: { kmsKeyId: later },
      expected: { kmsKeyId: later },
    },
  ];
  for (const { shows, declared, outputs, expected } of cases) {
    it(shows, () => assert.deepEqual(effectiveProps(declared, outputs), expected));
  }
});
