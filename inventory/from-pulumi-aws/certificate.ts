import type { DbInstance } from "../model";
import type { ProgramResource } from "../program/program-resource";
import { Properties, resourceOf } from "../program/properties";
import { unknown, type Value } from "../value";

const certificateType = "aws:rds/certificate:Certificate";

interface Override {
  readonly region: string | undefined;
  readonly authority: Value<string>;
}

/**
 * Gives each instance that names no certificate authority the one that an aws.rds.Certificate makes the default of new
 * instances of the account in its region.
 */
export function withDefaultCertificates(
  instances: readonly DbInstance[],
  resources: readonly ProgramResource[],
): readonly DbInstance[] {
  const overrides = resources
    .filter(({ type }) => type === certificateType)
    .map(
      (resource): Override => ({
        region: resourceOf(resource, []).region,
        authority: Properties.of(resource).reference("certificateIdentifier"),
      }),
    );
  return overrides.length === 0
    ? instances
    : instances.map((instance) =>
        instance.caCertificate === undefined
          ? { ...instance, caCertificate: defaultIn(instance.region, overrides) }
          : instance,
      );
}

function defaultIn(region: string | undefined, overrides: readonly Override[]): Value<string> {
  const own = overrides.find((override) => override.region === region);
  if (own !== undefined) {
    return own.authority;
  }
  // A region that is left to the provider may be that of the other.
  const perhaps = overrides.some((override) => region === undefined || override.region === undefined);
  return perhaps ? unknown("whether the default certificate that the program sets is that of its region") : undefined;
}
