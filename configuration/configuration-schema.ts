import type { AnyControl } from "../controls";
import { optionSchemas } from "../controls/option-schemas";
import { enforcementLevels } from "./levels";
import { draft7, notBlank, type Schema } from "./schema";

/** The keys that version 2 of the file has at its top. */
export const versionTwoKeys = ["version", "policies", "exceptions", "environments"] as const;

/** Ids of Pulumi's exceptions: https://github.com/pulumi/pulumi/blob/master/sdk/go/common/tokens/names.go */
export const exceptionId = "^[A-Za-z0-9_.-]+$";

/** Four parts between "::", of which Pulumi checks no more: sdk/go/common/resource/urn/urn.go in the same repository. */
const urn: Schema = {
  type: "string",
  pattern: "^urn:pulumi:.*::.*::.*::",
  examples: ["urn:pulumi:prod::shop::aws:rds/instance:Instance::orders"],
};

const level: Schema = { type: "string", enum: enforcementLevels };

const environments: Schema = {
  type: "array",
  items: { type: "string" },
  description: "Pulumi ESC environments that the policy pack reads.",
};

const all: Schema = {
  type: ["string", "object"],
  description: "The enforcement level of every policy that names none of its own.",
  pattern: `^(${enforcementLevels.join("|")})$`,
  examples: enforcementLevels,
  properties: { enforcementLevel: level },
  additionalProperties: false,
};

/** The JSON schema of the whole file that `--policy-pack-config` takes, in both versions. */
export function configurationSchema(controls: readonly AnyControl[]): Schema {
  const policies: Schema["properties"] = {
    all: { $ref: "#/definitions/all" },
    ...Object.fromEntries(controls.map(({ id }) => [id, { $ref: `#/definitions/${id}` }])),
  };
  return {
    $schema: draft7,
    title: "Configuration of the policy pack aws-secure-database",
    description: "What `pulumi --policy-pack-config` takes for it.",
    type: "object",
    // Pulumi takes a version that is text for a policy's name; whoever wrote one meant version 2.
    if: { type: "object", properties: { version: { type: ["number", "string"] } }, required: ["version"] },
    // biome-ignore lint/suspicious/noThenProperty: the keyword of JSON schemas
    then: versionTwo(policies, controls),
    else: { type: "object", properties: { ...policies, environments }, additionalProperties: false },
    definitions: { all, ...Object.fromEntries(controls.map((control) => [control.id, policyOf(control)])) },
  };
}

function policyOf({ title, options }: AnyControl): Schema {
  return {
    ...all,
    description: title,
    properties: {
      enforcementLevel: level,
      ...optionSchemas({ options }),
    },
  };
}

function versionTwo(policies: Schema["properties"], controls: readonly AnyControl[]): Schema {
  return {
    type: "object",
    properties: {
      $schema: { type: "string" },
      version: { const: 2 },
      policies: { type: "object", properties: policies, additionalProperties: false },
      exceptions: {
        type: "object",
        description: "Exceptions by id. `npx aws-secure-database exceptions compile` writes them.",
        propertyNames: { pattern: exceptionId },
        additionalProperties: exceptionOf(controls),
      },
      environments,
    },
    additionalProperties: false,
  };
}

function exceptionOf(controls: readonly AnyControl[]): Schema {
  return {
    type: "object",
    properties: {
      reason: { type: "string", pattern: notBlank },
      match: {
        type: "array",
        minItems: 1,
        items: {
          type: "object",
          properties: {
            policies: { type: "array", minItems: 1, items: { enum: controls.map(({ id }) => id) } },
            targets: { type: "array", minItems: 1, items: urn },
          },
          required: ["policies", "targets"],
        },
      },
    },
    required: ["reason", "match"],
  };
}
