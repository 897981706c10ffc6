import assert from "node:assert/strict";
import { NoUrns, urnsOfPreview, urnsOfStackExport } from "../../exceptions/urns";
import { legacy, orders, stack } from "./sample";

describe("urnsOfStackExport", () => {
  const exported = (deployment: unknown) => JSON.stringify({ version: 3, deployment });
  const rows: readonly [name: string, text: string, urns: readonly string[]][] = [
    ["a stack", exported({ manifest: {}, resources: [{ urn: stack }, { urn: orders, type: "t" }] }), [stack, orders]],
    [
      "a resource that is being replaced stands twice",
      exported({ resources: [{ urn: orders, delete: true }, { urn: orders }] }),
      [orders],
    ],
    ["a stack that was never deployed", exported({ manifest: {} }), []],
  ];
  for (const [name, text, urns] of rows) {
    it(name, () => assert.deepEqual(urnsOfStackExport(text), urns));
  }

  for (const text of ["", "no JSON", '{"deployment": {']) {
    it(`refuses ${text || "nothing"}, which is not JSON`, () =>
      assert.throws(
        () => urnsOfStackExport(text),
        (error: Error) =>
          error instanceof NoUrns &&
          error.message === "it is not JSON, or was cut off; give it the output of `pulumi stack export`",
      ));
  }

  for (const text of ["null", "[]", '{"steps": []}', '{"deployment": null}', '{"deployment": {"resources": 5}}']) {
    it(`refuses ${text}`, () =>
      assert.throws(
        () => urnsOfStackExport(text),
        (error: Error) =>
          error instanceof NoUrns &&
          error.message === "it has no deployment; give it the output of `pulumi stack export`",
      ));
  }

  const entries: readonly [name: string, entry: unknown][] = [
    ["null", null],
    ["text", orders],
    ["a resource without a URN", { type: "aws:rds/instance:Instance" }],
    ["a URN that is a number", { urn: 5 }],
    ["an ARN", { urn: "arn:aws:rds:eu-west-1:123456789012:db:orders" }],
  ];
  for (const [name, entry] of entries) {
    it(`refuses ${name} among the resources`, () =>
      assert.throws(
        () => urnsOfStackExport(exported({ resources: [{ urn: orders }, entry] })),
        /^Error: deployment\.resources\[1\] has no URN; /,
      ));
  }
});

describe("urnsOfPreview", () => {
  const digest = (...urns: string[]) =>
    JSON.stringify({ config: {}, steps: urns.map((urn) => ({ op: "create", urn })), changeSummary: {} }, undefined, 4);
  const event = (urn: string) => JSON.stringify({ sequence: 1, resourcePreEvent: { metadata: { op: "create", urn } } });
  const rows: readonly [name: string, text: string, urns: readonly string[]][] = [
    ["a preview", digest(stack, orders), [stack, orders]],
    ["a resource with two steps", digest(orders, orders), [orders]],
    ["streamed events", [event(stack), event(legacy), ""].join("\n"), [stack, legacy]],
    ["streamed events of Windows", [event(stack), event(legacy), ""].join("\r\n"), [stack, legacy]],
    ["one streamed event", event(orders), [orders]],
    [
      "events without a resource, and lines that are none",
      ['{"preludeEvent": {"config": {}}}', "warning: x", "null", event(orders), '{"summaryEvent": {}}'].join("\n"),
      [orders],
    ],
  ];
  for (const [name, text, urns] of rows) {
    it(name, () => assert.deepEqual(urnsOfPreview(text), urns));
  }

  for (const text of ["", "no JSON", "null", "[]", digest(), '{"deployment": {"resources": []}}']) {
    it(`refuses ${text || "nothing"}`, () =>
      assert.throws(
        () => urnsOfPreview(text),
        (error: Error) =>
          error instanceof NoUrns && error.message === "it has no steps; give it the output of `pulumi preview --json`",
      ));
  }
});
