import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import * as components from "../../components";
import { run } from "../support/mocks";

type Component = new (name: string, args?: unknown) => pulumi.ComponentResource;

const isComponent = (value: unknown): value is Component =>
  typeof value === "function" && value.prototype instanceof pulumi.ComponentResource;

/** JavaScript does not hold a program to the types of the arguments. */
describe("a component of a program in JavaScript", () => {
  for (const [name, Made] of Object.entries(components).filter(([, value]) => isComponent(value))) {
    const ComponentOf = Made as unknown as Component;
    for (const args of [undefined, null, {}, "orders"]) {
      it(`${name} with ${JSON.stringify(args)} is made, or says what is missing`, async () => {
        const { error } = await run(() => new ComponentOf("app", args));
        const message = error instanceof Error ? error.message : "";
        assert.match(message, /^(|\w+ "app": (args is .*, but must be an object|\w+ is missing, but must be) .*)/s);
        assert.equal(error === undefined || error instanceof components.ArgumentError, true, message);
      });
    }
  }
});
