import assert from "node:assert/strict";
import { X509Certificate } from "node:crypto";
import { authoritiesOf, bundleAddress, knownRegions } from "../../client/authorities";

const subjects = (host: string, region: string) =>
  authoritiesOf(host, region)
    .map((pem) => /CN=(.*)/.exec(new X509Certificate(pem).subject)?.[1])
    .sort();

describe("the authorities that a database's certificate must come from", () => {
  it("are those of RDS in its region, and no other's", () =>
    assert.deepEqual(subjects("orders.abc123.eu-west-1.rds.amazonaws.com", "eu-west-1"), [
      "Amazon RDS eu-west-1 Root CA ECC384 G1",
      "Amazon RDS eu-west-1 Root CA RSA2048 G1",
      "Amazon RDS eu-west-1 Root CA RSA4096 G1",
    ]));

  it("are Amazon's own for a proxy", () =>
    assert.ok(subjects("pool.proxy-abc123.eu-west-1.rds.amazonaws.com", "eu-west-1").includes("Amazon Root CA 1")));

  it("are valid in every region that comes with the package", () => {
    const regions = knownRegions();
    assert.ok(regions.length >= 25, `${regions.length} regions`);
    for (const region of regions) {
      for (const pem of authoritiesOf("", region)) {
        assert.ok(new Date(new X509Certificate(pem).validTo) > new Date("2060-01-01"), region);
      }
    }
  });

  const unknown: readonly (readonly [region: string, address: string])[] = [
    ["il-central-1", "https://truststore.pki.rds.amazonaws.com/il-central-1/il-central-1-bundle.pem"],
    ["ca-west-1", "https://truststore.pki.rds.amazonaws.com/ca-west-1/ca-west-1-bundle.pem"],
    ["cn-north-1", "https://rds-truststore.s3.cn-north-1.amazonaws.com.cn/cn-north-1/cn-north-1-bundle.pem"],
    ["us-gov-east-1", "https://truststore.pki.us-gov-west-1.rds.amazonaws.com/us-gov-east-1/us-gov-east-1-bundle.pem"],
  ];
  for (const [region, address] of unknown) {
    it(`of ${region} do not come with the package: the error says where they are`, () => {
      assert.equal(bundleAddress(region), address);
      assert.throws(() => authoritiesOf(`orders.abc123.${region}.rds.amazonaws.com`, region), {
        code: "AUTHORITIES_UNKNOWN",
        message: `The RDS authorities of ${region} do not come with this package. Download ${address} and give its text as ca (--ca on the command line).`,
      });
    });
  }

  for (const [host, what] of [
    ["orders.abc123.eusc-de-east-1.rds.amazonaws.eu", "The RDS authorities of"],
    ["pool.proxy-abc123.eusc-de-east-1.rds.amazonaws.eu", "The authorities of an RDS Proxy in"],
  ] as const) {
    it(`of ${host} do not come with the package, nor their address: the error says what to give`, () =>
      assert.throws(() => authoritiesOf(host, "eusc-de-east-1"), {
        code: "AUTHORITIES_UNKNOWN",
        message:
          `${what} eusc-de-east-1 do not come with this package. Give as ca (--ca on the command line) the text of ` +
          "the authorities that AWS publishes for eusc-de-east-1, whose address this package does not know.",
      }));
  }

  for (const region of ["cn-north-1", "us-gov-west-1"]) {
    it(`of a proxy in ${region} do not come with the package: the error leads to Amazon's, and not to those of RDS`, () => {
      const end = region.startsWith("cn-") ? ".cn" : "";
      assert.throws(() => authoritiesOf(`pool.proxy-abc123.${region}.rds.amazonaws.com${end}`, region), {
        code: "AUTHORITIES_UNKNOWN",
        message:
          `The authorities of an RDS Proxy in ${region} do not come with this package. ` +
          "Its certificate is a public one of AWS Certificate Manager, and none of RDS: give as ca (--ca on the command line) " +
          "the text of the root certificates of Amazon Trust Services, from https://www.amazontrust.com/repository/, or those that your system trusts.",
      });
    });
  }
});
