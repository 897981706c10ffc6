import type { Rule } from "./arguments";
import { parseCidr } from "./cidr";

export function wholeNumber(from: number, to: number, unit: string): Rule<number> {
  return {
    allowed: `a whole number from ${from} to ${to} (${unit})`,
    accepts: (value) => Number.isInteger(value) && value >= from && value <= to,
  };
}

export function oneOf<T extends string | number>(...values: readonly T[]): Rule<T> {
  const list = values.map((value) => JSON.stringify(value)).join(", ");
  return {
    allowed: values.length === 1 ? list : `one of ${list}`,
    accepts: (value) => values.includes(value),
  };
}

export function text(allowed: string, pattern: RegExp): Rule<string> {
  return { allowed, accepts: (value) => typeof value === "string" && pattern.test(value) };
}

export const trueOrFalse: Rule<boolean> = {
  allowed: "true or false",
  accepts: (value) => typeof value === "boolean",
};

/**
 * RDS takes identifiers of up to 63 characters, of which the provider's unique suffix needs 26 and a hyphen one.
 * https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/CHAP_Limits.html#RDS_Limits.Constraints
 */
export const rdsName = text(
  "1 to 36 lower-case letters, digits and single hyphens, starting with a letter",
  /^(?=.{1,36}$)[a-z](-?[a-z0-9])*$/,
);

/** The prefix of a key alias and of a table's name. */
export const resourceName = text(
  "1 to 200 letters, digits, hyphens and underscores, starting with a letter",
  /^[A-Za-z][A-Za-z0-9_-]{0,199}$/,
);

/** https://docs.aws.amazon.com/kms/latest/developerguide/concepts.html#key-id-key-ARN */
export const keyArn = text(
  "the ARN of a customer managed key, arn:aws:kms:<region>:<account>:key/<id>",
  /^arn:aws[a-z-]*:kms:[a-z0-9-]+:\d{12}:key\/[A-Za-z0-9-]+$/,
);

export const securityGroupId = text(
  'the id of a security group, "sg-" and hexadecimal digits, after "<account>/" where it is of a peer VPC',
  /^(\d{12}\/)?sg-[0-9a-f]+$/,
);

export const anyIds: Rule<readonly unknown[]> = { allowed: "a list of ids", accepts: Array.isArray };

export const atLeastOneId: Rule<readonly unknown[]> = {
  allowed: "a list of at least one id",
  accepts: (ids) => Array.isArray(ids) && ids.length > 0,
};

/** https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html */
export const vpcCidr: Rule<string> = {
  allowed: "an IPv4 block from /16 to /28 that starts at its first address, such as 10.0.0.0/16",
  accepts: (value) => {
    const block = typeof value === "string" ? parseCidr(value) : undefined;
    return block !== undefined && block.prefix >= 16 && block.prefix <= 28;
  },
};

/** https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBInstance.html */
export const databasePort = wholeNumber(1150, 65535, "a TCP port");
