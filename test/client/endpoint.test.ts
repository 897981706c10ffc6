import assert from "node:assert/strict";
import { type Endpoint, endpointOf } from "../../client/endpoint";

const cases: readonly (readonly [host: string, endpoint: Endpoint | undefined])[] = [
  ["orders.abc123.eu-west-1.rds.amazonaws.com", { kind: "instance", region: "eu-west-1" }],
  ["ORDERS.abc123.EU-west-1.rds.amazonaws.com", { kind: "instance", region: "eu-west-1" }],
  ["shop.cluster-abc123.us-east-2.rds.amazonaws.com", { kind: "cluster", region: "us-east-2" }],
  ["shop.cluster-ro-abc123.us-east-2.rds.amazonaws.com", { kind: "readers", region: "us-east-2" }],
  ["reports.cluster-custom-abc123.us-east-2.rds.amazonaws.com", { kind: "cluster", region: "us-east-2" }],
  ["pool.proxy-abc123.ap-southeast-3.rds.amazonaws.com", { kind: "proxy", region: "ap-southeast-3" }],
  ["pool-ro.endpoint.proxy-abc123.us-east-1.rds.amazonaws.com", { kind: "proxy", region: "us-east-1" }],
  ["shop.endpoint.cluster-abc123.us-east-2.rds.amazonaws.com", undefined],
  ["orders.abc123.us-gov-west-1.rds.amazonaws.com", { kind: "instance", region: "us-gov-west-1" }],
  ["orders.abc123.rds.cn-north-1.amazonaws.com.cn", { kind: "instance", region: "cn-north-1" }],
  ["shop.cluster-abc123.rds.cn-northwest-1.amazonaws.com.cn", { kind: "cluster", region: "cn-northwest-1" }],
  ["orders.abc123.cn-north-1.rds.amazonaws.com.cn", { kind: "instance", region: "cn-north-1" }],
  ["orders.abc123.eusc-de-east-1.rds.amazonaws.eu", { kind: "instance", region: "eusc-de-east-1" }],
  ["shop.cluster-ro-abc123.eusc-de-east-1.rds.amazonaws.eu", { kind: "readers", region: "eusc-de-east-1" }],
  ["orders.abc123.eusc-de-east-1.rds.amazonaws.com", undefined],
  ["orders.abc123.eu-west-1.rds.amazonaws.eu", undefined],
  ["shop.global-abc123.global.rds.amazonaws.com", undefined],
  ["db.example.com", undefined],
  ["orders.abc123.eu-west-1.rds.amazonaws.com.example.com", undefined],
  ["eu-west-1.rds.amazonaws.com", undefined],
];

describe("the region in the name of a host", () => {
  for (const [host, endpoint] of cases) {
    it(`${host}: ${endpoint === undefined ? "none" : `${endpoint.kind} in ${endpoint.region}`}`, () =>
      assert.deepEqual(endpointOf(host), endpoint));
  }
});
