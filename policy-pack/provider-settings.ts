import type { PolicyProviderResource } from "@pulumi/policy";
import type { ProgramResource } from "../inventory/program";
import { plainProperty } from "./plain-data";

type ProviderSettings = Pick<ProgramResource, "providerRegion" | "providerTags">;

/** What a resource takes from its provider, where that is known: its region, and the tags of everything. */
export function providerSettings(provider: PolicyProviderResource | undefined): ProviderSettings {
  if (provider === undefined) {
    return {};
  }
  const region = plainProperty(provider.props, "region");
  const tags = tagsOf(plainProperty(provider.props, "defaultTags"));
  return {
    ...(typeof region === "string" ? { providerRegion: region } : {}),
    ...(tags === undefined ? {} : { providerTags: tags }),
  };
}

/** The engine hands over a provider's objects as texts of JSON. */
function tagsOf(defaultTags: unknown): Readonly<Record<string, string>> | undefined {
  const settings = typeof defaultTags === "string" ? parsed(defaultTags) : defaultTags;
  const tags = (settings as { readonly tags?: unknown } | undefined | null)?.tags;
  return typeof tags === "object" && tags !== null
    ? Object.fromEntries(Object.entries(tags).filter((tag): tag is [string, string] => typeof tag[1] === "string"))
    : undefined;
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
