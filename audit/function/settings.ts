import { type Severity, severities } from "../../controls/control";
import { type ControlId, controlIds } from "../../controls/ids";
import { type Format, formatNames } from "../report/format-names";
import { regionShape } from "../shapes";

/** Where a report goes, and who is told. */
export interface DeliverySettings {
  /** Names the audit in metrics and messages. */
  readonly name: string;
  readonly region: string;
  readonly bucket: string;
  /** Where what single regions came to is put, and fetched to be merged. */
  readonly resultsBucket: string;
  /** Of the customer's key, under which every object is put. */
  readonly keyArn: string;
  readonly topicArn: string;
  /** JSON is always among them. */
  readonly formats: readonly Format[];
  readonly securityHub: boolean;
}

/** What is asked. */
export interface QuestionSettings {
  readonly regions: readonly string[] | "all";
  /** The mildest that is asked about. */
  readonly severity: Severity;
  /** Absent: every control that the configuration has on. */
  readonly controls?: readonly ControlId[];
  /** The text of the policy pack's configuration. */
  readonly configuration?: string;
  /** The text of the exceptions. */
  readonly exceptions?: string;
}

const bucketShape = /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/;

export type Environment = Readonly<Record<string, string | undefined>>;

/** Reads a file that lies beside the function's code. */
export type ReadFile = (name: string) => string;

/** A wrong setting, which names its variable, what was found and what is allowed. */
export class SettingError extends Error {
  override readonly name = "SettingError";
}

/**
 * Reads where a report goes:
 * - AWS_LAMBDA_FUNCTION_NAME, AWS_REGION: set by Lambda itself;
 * - BUCKET, KEY_ARN, TOPIC_ARN: where it writes;
 * - RESULTS_BUCKET: where results of single regions are, the same bucket by default;
 * - FORMATS: those of `audit --output` with commas between, "html" by default; JSON is written all the same;
 * - SECURITY_HUB: "true" or "false" (the default).
 * Throws a SettingError.
 */
export function readDelivery(env: Environment): DeliverySettings {
  const formats = listOf(env, "FORMATS", formatNames, ["html"]);
  return {
    name: required(env, "AWS_LAMBDA_FUNCTION_NAME", /^[\w-]{1,140}$/, "the name of the function, as Lambda sets it"),
    region: required(env, "AWS_REGION", regionShape, "the name of a region"),
    bucket: required(env, "BUCKET", bucketShape, "the name of a bucket"),
    resultsBucket: required(
      { RESULTS_BUCKET: env.BUCKET, ...env },
      "RESULTS_BUCKET",
      bucketShape,
      "the name of a bucket",
    ),
    keyArn: required(env, "KEY_ARN", /^arn:aws[a-z-]*:kms:/, "the ARN of a key"),
    topicArn: required(env, "TOPIC_ARN", /^arn:aws[a-z-]*:sns:/, "the ARN of a topic"),
    formats: ["json", ...formats.filter((format) => format !== "json")],
    securityHub: isTrue(env, "SECURITY_HUB"),
  };
}

/**
 * Reads what is asked:
 * - REGIONS: "all", or regions with commas between; AWS_REGION by default;
 * - SEVERITY: the mildest that is asked about, "low" by default;
 * - CONTROLS_FILE: a JSON list of controls, the only ones that are asked; every one by default;
 * - CONFIGURATION_FILE, EXCEPTIONS_FILE: as `audit --config` and `audit --exceptions` take them; none by default.
 * Throws a SettingError.
 */
export function readQuestion(env: Environment, readFile: ReadFile): QuestionSettings {
  const controls = fileOf(env, "CONTROLS_FILE", readFile);
  const configuration = fileOf(env, "CONFIGURATION_FILE", readFile);
  const exceptions = fileOf(env, "EXCEPTIONS_FILE", readFile);
  return {
    regions: regionsOf(env),
    severity: oneOf(env, "SEVERITY", severities, "low"),
    ...(controls === undefined ? {} : { controls: controlsOf(controls) }),
    ...(configuration === undefined ? {} : { configuration }),
    ...(exceptions === undefined ? {} : { exceptions }),
  };
}

export function required(env: Environment, name: string, pattern: RegExp, allowed: string): string {
  const value = env[name];
  if (value === undefined || !pattern.test(value)) {
    throw wrong(name, value, allowed);
  }
  return value;
}

function regionsOf(env: Environment): readonly string[] | "all" {
  const given = env.REGIONS ?? env.AWS_REGION ?? "";
  const regions = given.split(",");
  if (given !== "all" && !regions.every((region) => regionShape.test(region))) {
    throw wrong("REGIONS", given, '"all" or regions with commas between, such as "eu-west-1,eu-central-1"');
  }
  return given === "all" ? given : [...new Set(regions)];
}

function controlsOf(json: string): readonly ControlId[] {
  const ids = parsed(json);
  if (!Array.isArray(ids) || ids.length === 0) {
    throw wrong("CONTROLS_FILE", json, "a file that holds a JSON list of controls");
  }
  return ids.map((id) => {
    const known = controlIds.find((one) => one === id);
    if (known === undefined) {
      throw wrong("CONTROLS_FILE", json, `a list of controls, among which ${JSON.stringify(id)} is not`);
    }
    return known;
  });
}

export function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

export function fileOf(env: Environment, name: string, readFile: ReadFile): string | undefined {
  const file = env[name];
  if (file === undefined) {
    return undefined;
  }
  try {
    return readFile(file);
  } catch (error) {
    throw wrong(name, file, `a file beside the code: ${(error as Error).message}`);
  }
}

function isTrue(env: Environment, name: string): boolean {
  return oneOf(env, name, ["true", "false"], "false") === "true";
}

function oneOf<T extends string>(env: Environment, name: string, allowed: readonly T[], whenAbsent: T): T {
  const value = env[name] ?? whenAbsent;
  const known = allowed.find((one) => one === value);
  if (known === undefined) {
    throw wrong(name, value, `one of ${allowed.join(", ")}`);
  }
  return known;
}

function listOf<T extends string>(
  env: Environment,
  name: string,
  allowed: readonly T[],
  whenAbsent: readonly T[],
): readonly T[] {
  const value = env[name];
  if (value === undefined) {
    return whenAbsent;
  }
  const known = value.split(",").map((word) => allowed.find((one) => one === word));
  if (known.some((one) => one === undefined)) {
    throw wrong(name, value, `some of ${allowed.join(", ")}, with commas between`);
  }
  return known as T[];
}

export function wrong(name: string, value: string | undefined, allowed: string): SettingError {
  return new SettingError(
    `${name} is ${value === undefined ? "missing" : JSON.stringify(value)}, but must be ${allowed}.`,
  );
}
