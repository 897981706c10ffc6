import type * as pulumi from "@pulumi/pulumi";
import { ArgumentChecks, type ArgumentNames, type Rule, show } from "../shared/arguments";
import { keyArn, oneOf, principalArn, regionName, resourceName, text, trueOrFalse, wholeNumber } from "../shared/rules";
import type { EncryptionKeyArgs, EncryptionKeyGrant } from "./encryption-key-arguments";
import { databaseKeyUsers, type KeyUser, keyUsers } from "./key-policy";

/** An EncryptionKey's arguments, checked and completed by their defaults. */
export interface KeySettings {
  readonly users: readonly KeyUser[];
  readonly administrators: readonly pulumi.Input<string>[];
  readonly grants: readonly EncryptionKeyGrant[];
  readonly multiRegion: boolean;
  readonly primaryKeyArn: pulumi.Input<string> | undefined;
  readonly region: pulumi.Input<string> | undefined;
  readonly alias: pulumi.Input<string> | undefined;
  /** Days. */
  readonly rotationPeriod: pulumi.Input<number>;
}

const argumentNames: ArgumentNames<EncryptionKeyArgs> = {
  services: true,
  administrators: true,
  grants: true,
  multiRegion: true,
  primaryKeyArn: true,
  region: true,
  alias: true,
  description: true,
  rotationPeriodDays: true,
  tags: true,
};

const grantNames: ArgumentNames<EncryptionKeyGrant> = {
  name: true,
  principalArn: true,
  operations: true,
  encryptionContext: true,
};

export function checkEncryptionKey(name: string, args: EncryptionKeyArgs): KeySettings {
  const checks = new ArgumentChecks(`EncryptionKey ${JSON.stringify(name)}`, args, argumentNames);
  checks.plain("name", name, resourceName);
  const { primaryKeyArn, multiRegion = false, rotationPeriodDays } = args;
  checks.plain("multiRegion", multiRegion, trueOrFalse);
  if (primaryKeyArn !== undefined) {
    refuseBeside(checks, "multiRegion", args.multiRegion, "is itself of several regions");
    refuseBeside(checks, "rotationPeriodDays", rotationPeriodDays, "is rotated with its primary");
  }
  return {
    users: services(checks, args.services),
    administrators: administrators(checks, args.administrators),
    grants: grants(checks, args.grants),
    multiRegion,
    primaryKeyArn: checks.optionalInput("primaryKeyArn", primaryKeyArn, multiRegionKeyArn),
    region: checks.optionalInput("region", args.region, regionName),
    alias: checks.optionalInput("alias", args.alias, aliasName),
    rotationPeriod: checks.input("rotationPeriodDays", rotationPeriodDays, 365, wholeNumber(90, 2560, "days")),
  };
}

function refuseBeside(checks: ArgumentChecks, argument: string, value: unknown, because: string): void {
  if (value !== undefined) {
    checks.refuse(`${argument} is ${show(value)} beside primaryKeyArn, but must be absent: a replica ${because}.`);
  }
}

function services(checks: ArgumentChecks, given: string[] = [...databaseKeyUsers]): readonly KeyUser[] {
  const service = oneOf<string>(...keyUsers);
  checks.plain("services", given, {
    allowed: `a list of at least one service, each ${service.allowed}`,
    accepts: (list) => Array.isArray(list) && list.length > 0 && list.every((one) => service.accepts(one)),
  });
  return keyUsers.filter((user) => given.includes(user));
}

function administrators(
  checks: ArgumentChecks,
  given: pulumi.Input<string>[] | undefined,
): readonly pulumi.Input<string>[] {
  if (given === undefined) {
    return [];
  }
  checks.plain("administrators", given, {
    allowed: "a list of at least one ARN of a role or user",
    accepts: (list) => Array.isArray(list) && list.length > 0,
  });
  return given.map((arn, at) => checks.required(`administrators[${at}]`, arn, principalArn));
}

function grants(checks: ArgumentChecks, given: EncryptionKeyGrant[] = []): readonly EncryptionKeyGrant[] {
  checks.plain("grants", given, { allowed: "a list of grants", accepts: Array.isArray });
  const names = new Set<string>();
  return given.map((grant, at) => {
    const argument = `grants[${at}]`;
    checks.known(argument, grant, grantNames);
    checks.plain(`${argument}.name`, grant.name, grantName);
    if (names.has(grant.name)) {
      checks.refuse(`${argument}.name is ${show(grant.name)}, but must be another than those of the grants before it.`);
    }
    names.add(grant.name);
    checks.plain(`${argument}.operations`, grant.operations, operations);
    const { encryptionContext = {} } = grant;
    checks.plainObject(`${argument}.encryptionContext`, encryptionContext, "key to value");
    for (const [key, value] of Object.entries(encryptionContext)) {
      checks.required(`${argument}.encryptionContext[${show(key)}]`, value, text("a string", /^/));
    }
    return { ...grant, principalArn: checks.required(`${argument}.principalArn`, grant.principalArn, principalArn) };
  });
}

const grantName = text("1 to 64 letters, digits, hyphens and underscores", /^[\w-]{1,64}$/);

/** Those that hand nothing on: a grant that lets its holder grant is a way around the key policy. */
const operation = oneOf<string>(
  "Decrypt",
  "DescribeKey",
  "Encrypt",
  "GenerateDataKey",
  "GenerateDataKeyWithoutPlaintext",
  "ReEncryptFrom",
  "ReEncryptTo",
);

const operations: Rule<string[]> = {
  allowed: `a list of at least one operation, each ${operation.allowed}`,
  accepts: (list) => Array.isArray(list) && list.length > 0 && list.every((one) => operation.accepts(one)),
};

/** https://docs.aws.amazon.com/kms/latest/developerguide/multi-region-keys-overview.html */
const multiRegionKeyArn: Rule<string> = {
  allowed: "the ARN of a multi-Region key, arn:aws:kms:<region>:<account>:key/mrk-<id>",
  accepts: (value) => keyArn.accepts(value) && value.includes(":key/mrk-"),
};

/** https://docs.aws.amazon.com/kms/latest/APIReference/API_CreateAlias.html */
const aliasName = text(
  '1 to 250 letters, digits, hyphens, underscores and slashes, not starting with "alias/" or "aws/"',
  /^(?!alias\/|aws\/)[A-Za-z0-9/_-]{1,250}$/,
);
