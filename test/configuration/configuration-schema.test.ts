import assert from "node:assert/strict";
import Ajv from "ajv";
import { configurationSchema } from "../../configuration/configuration-schema";
import { controls } from "../../controls";
import { catalogue } from "./catalogue";
import { right, wrong } from "./rows";

describe("configurationSchema", () => {
  const validate = new Ajv({ allowUnionTypes: true }).compile(configurationSchema(catalogue));
  for (const [name, text] of right) {
    it(`allows ${name}`, () => assert.equal(validate(JSON.parse(text)), true, JSON.stringify(validate.errors)));
  }
  for (const [name, text] of wrong) {
    it(`does not allow ${name}`, () => assert.equal(validate(JSON.parse(text)), false));
  }

  it("is a schema of draft 7 for the whole catalogue", () => {
    const ajv = new Ajv({ allowUnionTypes: true });
    assert.equal(ajv.validateSchema(configurationSchema(controls)), true, ajv.errorsText());
  });

  it("names title, options and defaults of a control for editors", () => {
    const [first] = catalogue;
    assert.ok(first);
    const { description, properties } = configurationSchema(catalogue).definitions?.[first.id] ?? {};
    assert.equal(description, first.title);
    assert.deepEqual(properties?.minimumDays, {
      type: "integer",
      minimum: 1,
      maximum: 35,
      description: "Days.",
      default: 7,
    });
  });
});
