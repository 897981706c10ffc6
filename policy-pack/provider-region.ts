import type { PolicyProviderResource } from "@pulumi/policy";
import { plainProperty } from "./plain-data";

/** The region that a resource takes from its provider, where that is known. */
export function providerRegion(provider: PolicyProviderResource | undefined): { readonly providerRegion?: string } {
  const region = provider === undefined ? undefined : plainProperty(provider.props, "region");
  return typeof region === "string" ? { providerRegion: region } : {};
}
