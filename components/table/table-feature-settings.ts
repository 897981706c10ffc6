import type * as pulumi from "@pulumi/pulumi";
import { type ArgumentChecks, type ArgumentNames, show } from "../shared/arguments";
import { accountId, bucketName, keyArn, oneOf, regionName, text, wholeNumber } from "../shared/rules";
import type {
  SecureTableAccess,
  SecureTableImport,
  SecureTableKinesis,
  SecureTableReplica,
} from "./secure-table-arguments";

/** A stream that is there, or the hours that one of its own keeps changes. */
export type KinesisSettings =
  | { readonly streamArn: pulumi.Input<string> }
  | { readonly retentionHours: pulumi.Input<number> };

const kinesisNames: ArgumentNames<SecureTableKinesis> = { streamArn: true, retentionHours: true };
const replicaNames: ArgumentNames<SecureTableReplica> = { region: true, kmsKeyArn: true };
const accessNames: ArgumentNames<SecureTableAccess> = { organizationId: true, vpcEndpointIds: true };
const importNames: ArgumentNames<SecureTableImport> = {
  bucket: true,
  keyPrefix: true,
  bucketOwner: true,
  format: true,
  compression: true,
  csvDelimiter: true,
  csvHeaders: true,
};

export function checkKinesis(
  checks: ArgumentChecks,
  given: SecureTableKinesis | undefined,
): KinesisSettings | undefined {
  if (given === undefined) {
    return undefined;
  }
  checks.known("kinesis", given, kinesisNames);
  const { streamArn, retentionHours } = given;
  if (streamArn === undefined) {
    return {
      retentionHours: checks.input("kinesis.retentionHours", retentionHours, 24, wholeNumber(24, 8760, "hours")),
    };
  }
  if (retentionHours !== undefined) {
    checks.refuse(
      "kinesis.retentionHours is given beside streamArn, but a stream that is there keeps changes as it does; leave one of them out.",
    );
  }
  return { streamArn: checks.required("kinesis.streamArn", streamArn, streamArnRule) };
}

export function checkReplicas(checks: ArgumentChecks, given: SecureTableReplica[] = []): readonly SecureTableReplica[] {
  checks.plain("replicas", given, { allowed: "a list of replicas", accepts: Array.isArray });
  return given.map((replica, at) => {
    const argument = `replicas[${at}]`;
    checks.known(argument, replica, replicaNames);
    checks.plain(`${argument}.region`, replica.region, regionName);
    if (given.findIndex(({ region }) => region === replica.region) < at) {
      checks.refuse(`${argument}.region is ${show(replica.region)}, but must be another than those before it.`);
    }
    return {
      region: replica.region,
      kmsKeyArn: checks.optionalInput(`${argument}.kmsKeyArn`, replica.kmsKeyArn, keyArn),
    };
  });
}

export function checkAccess(checks: ArgumentChecks, given: SecureTableAccess = {}): SecureTableAccess {
  checks.known("access", given, accessNames);
  const { organizationId, vpcEndpointIds } = given;
  if (vpcEndpointIds !== undefined) {
    checks.plain("access.vpcEndpointIds", vpcEndpointIds, {
      allowed: "a list of at least one id",
      accepts: (list) => Array.isArray(list) && list.length > 0,
    });
  }
  return {
    organizationId: checks.optionalInput("access.organizationId", organizationId, organization),
    vpcEndpointIds: vpcEndpointIds?.map((id, at) => checks.required(`access.vpcEndpointIds[${at}]`, id, vpcEndpointId)),
  };
}

export function checkImport(
  checks: ArgumentChecks,
  given: SecureTableImport | undefined,
): SecureTableImport | undefined {
  if (given === undefined) {
    return undefined;
  }
  checks.known("importFromS3", given, importNames);
  const format = checks.plain("importFromS3.format", given.format, oneOf<string>("CSV", "DYNAMODB_JSON", "ION"));
  for (const [argument, value] of Object.entries({ csvDelimiter: given.csvDelimiter, csvHeaders: given.csvHeaders })) {
    if (format !== "CSV" && value !== undefined) {
      checks.refuse(`importFromS3.${argument} is given with format ${show(format)}, but is for "CSV" only.`);
    }
  }
  return {
    ...given,
    bucket: checks.required("importFromS3.bucket", given.bucket, bucketName),
    bucketOwner: checks.optionalInput("importFromS3.bucketOwner", given.bucketOwner, accountId),
    format,
    compression: checks.plain(
      "importFromS3.compression",
      given.compression ?? "NONE",
      oneOf<string>("NONE", "GZIP", "ZSTD"),
    ),
  };
}

const streamArnRule = text(
  "the ARN of a Kinesis stream, arn:aws:kinesis:<region>:<account>:stream/<name>",
  /^arn:aws[a-z-]*:kinesis:[a-z0-9-]+:\d{12}:stream\/[\w.-]{1,128}$/,
);

/** https://docs.aws.amazon.com/organizations/latest/APIReference/API_Organization.html */
const organization = text('the id of an organization, "o-" and 10 to 32 letters and digits', /^o-[a-z0-9]{10,32}$/);
const vpcEndpointId = text('the id of a VPC endpoint, "vpce-" and hexadecimal digits', /^vpce-[0-9a-f]+$/);
