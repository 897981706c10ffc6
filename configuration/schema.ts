/** A JSON schema (draft 7), as far as this project writes them. */
export interface Schema {
  readonly $schema?: string;
  readonly $ref?: string;
  readonly title?: string;
  readonly description?: string;
  readonly default?: unknown;
  readonly examples?: readonly unknown[];
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly pattern?: string;
  readonly format?: string;
  readonly items?: Schema;
  readonly properties?: { readonly [name: string]: Schema };
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | Schema;
  readonly propertyNames?: Schema;
  readonly definitions?: { readonly [name: string]: Schema };
  readonly if?: Schema;
  readonly then?: Schema;
  readonly else?: Schema;
}

export const draft7 = "http://json-schema.org/draft-07/schema#";

/** A text with something in it. */
export const notBlank = "\\S";
