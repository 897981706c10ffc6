/** A host name that RDS gives to a database. */
export interface Endpoint {
  /** Of an instance, of a cluster (or one of its custom endpoints), of a cluster's readers, or of an RDS Proxy. */
  readonly kind: "instance" | "cluster" | "readers" | "proxy";
  readonly region: string;
}

const kinds: Readonly<Record<string, Endpoint["kind"]>> = {
  "cluster-ro-": "readers",
  "cluster-custom-": "cluster",
  "cluster-": "cluster",
  "proxy-": "proxy",
};

/** The form of a region's name: "eu-west-1", "us-gov-west-1", "eusc-de-east-1". */
export const regionShape = /^[a-z]{2,4}(-[a-z]+)+-\d+$/;

const database =
  "^[a-z0-9-]+\\.(?:endpoint\\.(?=proxy-))?(?<kind>cluster-ro-|cluster-custom-|cluster-|proxy-)?[a-z0-9]+";

/**
 * The forms of endpoints: "orders.abc123.eu-west-1.rds.amazonaws.com" (with cluster-, cluster-ro-, cluster-custom- or
 * proxy- before the second label, and "endpoint." before the proxy- of an endpoint that was added to a proxy), and in China also "orders.abc123.rds.cn-north-1.amazonaws.com.cn".
 * The European Sovereign Cloud has amazonaws.eu in place of amazonaws.com.
 * https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Aurora.Overview.Endpoints.html
 * https://docs.amazonaws.cn/en_us/aws/latest/userguide/endpoints-Beijing.html
 */
const forms = [
  new RegExp(`${database}\\.(?<region>[a-z]{2}(?:-[a-z]+)+-\\d+)\\.rds\\.amazonaws\\.com(?:\\.cn)?$`),
  new RegExp(`${database}\\.(?<region>eusc(?:-[a-z]+)+-\\d+)\\.rds\\.amazonaws\\.eu$`),
  new RegExp(`${database}\\.rds\\.(?<region>cn(?:-[a-z]+)+-\\d+)\\.amazonaws\\.com\\.cn$`),
];

/** What a host name tells, or undefined if RDS gives no such name. The writer of a global database is in no one region. */
export function endpointOf(host: string): Endpoint | undefined {
  for (const form of forms) {
    const { kind = "", region } = form.exec(host.toLowerCase())?.groups ?? {};
    if (region !== undefined) {
      return { kind: kinds[kind] ?? "instance", region };
    }
  }
  return undefined;
}
