import type { Reference, VpcEndpoint } from "../model";
import type { Part } from "../program/adaptor";
import type { ProgramResource } from "../program/program-resource";
import { Properties, resourceOf } from "../program/properties";
import { isUnknown } from "../value";

const policyType = "aws:ec2/vpcEndpointPolicy:VpcEndpointPolicy";

/** aws.ec2.VpcEndpoint */
export function vpcEndpoint(resource: ProgramResource): Part {
  const properties = Properties.of(resource);
  return {
    vpcEndpoints: [
      {
        ...resourceOf(resource, ["arn", "id"]),
        vpc: properties.reference("vpcId"),
        serviceName: properties.string("serviceName"),
        document: properties.document("policy"),
      },
    ],
  };
}

/** Gives each endpoint the policy of its aws.ec2.VpcEndpointPolicy, which replaces the one it has. */
export function withSeparatePolicies(
  endpoints: readonly VpcEndpoint[],
  resources: readonly ProgramResource[],
): readonly VpcEndpoint[] {
  const policies = new Map<string, Properties>();
  for (const resource of resources) {
    if (resource.type === policyType) {
      const properties = Properties.of(resource);
      for (const key of keysOf(properties.reference("vpcEndpointId"))) {
        policies.set(key, properties);
      }
    }
  }
  return policies.size === 0
    ? endpoints
    : endpoints.map((endpoint) => {
        const key = [endpoint.id, ...endpoint.identifiers].find((name) => policies.has(name));
        const policy = key === undefined ? undefined : policies.get(key);
        return policy === undefined ? endpoint : { ...endpoint, document: policy.document("policy") };
      });
}

function keysOf(reference: Reference): readonly string[] {
  return isUnknown(reference) ? reference.sources : reference === undefined ? [] : [reference];
}
