import type { Scope } from "./scope";

/**
 * What kms:ViaService says of a service. AWS documents `<service>.<region>.amazonaws.com` for every partition, while the
 * endpoints of China end in its own suffix: both name the same service there, so both are let in.
 * https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html#conditions-kms-via-service
 */
export function viaService(service: string, { region, dnsSuffix }: Pick<Scope, "region" | "dnsSuffix">): string[] {
  return [...new Set(["amazonaws.com", dnsSuffix])].map((suffix) => `${service}.${region}.${suffix}`);
}
