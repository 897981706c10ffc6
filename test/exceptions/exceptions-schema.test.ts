import assert from "node:assert/strict";
import Ajv from "ajv";
import { controls } from "../../controls";
import { exceptionsSchema } from "../../exceptions/exceptions-schema";
import { orders } from "./sample";

describe("exceptionsSchema", () => {
  const ajv = new Ajv({ formats: { date: /^\d{4}-\d{2}-\d{2}$/ } });
  const validate = ajv.compile(exceptionsSchema(controls.map(({ id }) => id)));
  const entry = {
    id: "EXC-1",
    controls: controls.map(({ id }) => id),
    resources: [orders, "*::legacy", "arn:aws:rds:eu-west-1:111122223333:db:orders", "sg-0123456789abcdef0"],
    reason: "agreed",
    owner: "team shop",
    expires: "2027-01-31",
  };

  it("allows an entry about every control of the catalogue", () =>
    assert.equal(validate({ exceptions: [entry] }), true, ajv.errorsText(validate.errors)));

  it("allows a ticket", () => assert.equal(validate({ exceptions: [{ ...entry, ticket: "OPS-12" }] }), true));

  for (const key of Object.keys(entry)) {
    it(`needs ${key}`, () => assert.equal(validate({ exceptions: [{ ...entry, [key]: undefined }] }), false));
  }

  it("explains every key to editors", () => {
    const { properties = {} } = exceptionsSchema([]).properties?.exceptions?.items ?? {};
    assert.deepEqual(
      Object.keys(properties).filter((key) => !properties[key]?.description),
      [],
    );
    assert.equal(properties.expires?.description, "The date of the last day on which it holds, such as 2027-01-31.");
  });
});
