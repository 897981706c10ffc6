import type { ControlId } from "../../controls/ids";
import { overlapping, parseCidr } from "../network/cidr";
import type { Rule, Safeguard } from "./arguments";

export function mustBeTrue(control: ControlId): Safeguard<boolean> {
  return { control, needed: "true", holds: (value) => value };
}

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

/** A list of at least one, each by the rule and none twice. */
export function someOf<T>(what: string, each: Rule<T>): Rule<readonly T[]> {
  return {
    allowed: `a list of at least one ${what}, each ${each.allowed}, and none twice`,
    accepts: (list) =>
      Array.isArray(list) &&
      list.length > 0 &&
      new Set(list).size === list.length &&
      list.every((one) => each.accepts(one)),
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
 * RDS takes identifiers of up to 63 characters, IAM names of roles of up to 64, of which suffixes take up to 19.
 * https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/CHAP_Limits.html#RDS_Limits.Constraints
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html#reference_iam-quotas-entity-length
 */
export const rdsName = text(
  "1 to 36 lower-case letters, digits and single hyphens, starting with a letter",
  /^(?=.{1,36}$)[a-z](-?[a-z0-9])*$/,
);

/**
 * RDS takes names of proxies of up to 63 characters, of which Pulumi's random suffix takes 8, and IAM names of roles of
 * up to 64, of which the suffixes take 14.
 */
export const proxyName = text(
  "1 to 48 letters, digits and single hyphens, starting with a letter",
  /^(?=.{1,48}$)[A-Za-z](-?[A-Za-z0-9])*$/,
);

/** The prefix of a key alias and of a table's name. */
export const resourceName = text(
  "1 to 200 letters, digits, hyphens and underscores, starting with a letter",
  /^[A-Za-z][A-Za-z0-9_-]{0,199}$/,
);

/** AWS Backup takes names of up to 50 characters, of which Pulumi's random suffix takes 8. */
export const longestBackupName = 42;

export const backupName = text(
  `1 to ${longestBackupName} letters, digits, hyphens and underscores, starting with a letter`,
  /^[A-Za-z][A-Za-z0-9_-]{0,41}$/,
);

/** https://docs.aws.amazon.com/kms/latest/developerguide/concepts.html#key-id-key-ARN */
export const keyArn = text(
  "the ARN of a customer managed key, arn:aws:kms:<region>:<account>:key/<id>",
  /^arn:aws[a-z-]*:kms:[a-z0-9-]+:\d{12}:key\/[A-Za-z0-9-]+$/,
);

export const roleArn = text(
  "the ARN of a role, arn:aws:iam::<account>:role/<name>",
  /^arn:aws[a-z-]*:iam::\d{12}:role\/[\w+=,.@/-]+$/,
);

/** https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html */
export const roleName = text(
  "the name of a role, 1 to 64 characters of letters, digits and +=,.@_-",
  /^[\w+=,.@-]{1,64}$/,
);

export const principalArn = text(
  "the ARN of a role or user, arn:aws:iam::<account>:role/<name>",
  /^arn:aws[a-z-]*:iam::\d{12}:(role|user)\/[\w+=,.@/-]+$/,
);

/** https://docs.aws.amazon.com/general/latest/gr/rande.html#regional-endpoints */
export const regionName = text('the name of a region, such as "eu-central-1"', /^[a-z]{2,4}(-[a-z]+)+-\d{1,2}$/);

export const topicArn = text(
  "the ARN of a topic, arn:aws:sns:<region>:<account>:<name>",
  /^arn:aws[a-z-]*:sns:[a-z0-9-]+:\d{12}:[\w-]+$/,
);

/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html */
export const bucketName = text("the name of a bucket, 3 to 63 characters", /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/);

export const accountId = text("the id of an account, 12 digits", /^\d{12}$/);

export const bucketArn = text(
  "the ARN of a bucket, arn:aws:s3:::<name>, with a prefix behind it or none",
  /^arn:aws[a-z-]*:s3:::[a-z0-9][a-z0-9.-]{1,61}[a-z0-9](\/.*)?$/,
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

/** This network, loopback, link-local and multicast. */
const noHosts = ["0.0.0.0/8", "127.0.0.0/8", "169.254.0.0/16", "224.0.0.0/4"];

/** https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html */
function ipv4Block(longest: number): Rule<string> {
  return {
    allowed: `an IPv4 block from /16 to /${longest} that starts at its first address, such as 10.0.0.0/16`,
    accepts: (value) => {
      const block = typeof value === "string" ? parseCidr(value) : undefined;
      return block !== undefined && block.prefix >= 16 && block.prefix <= longest;
    },
  };
}

/** Of a VPC with two subnets or more, which are a /28 at least. */
export const vpcCidr = ipv4Block(27);

export const subnetCidr = ipv4Block(28);

export const ofHosts: Rule<string> = {
  allowed: `outside ${noHosts.slice(0, -1).join(", ")} and ${noHosts.at(-1)}, whose addresses no host can have`,
  accepts: (value) => !noHosts.some((one) => overlapping(value, one)),
};

/** https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBInstance.html */
export const databasePort = wholeNumber(1150, 65535, "a TCP port");

/**
 * Days; 0 keeps logs for ever.
 * https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html
 */
export const logRetention = oneOf(
  ...[0, 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653],
);

export const aYearOfLogs: Safeguard<number> = {
  control: "database-log-group-retention",
  needed: "365 or more, or 0 for ever",
  holds: (days) => days === 0 || days >= 365,
};
