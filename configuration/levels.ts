/**
 * Pulumi's enforcement levels.
 * https://www.pulumi.com/docs/insights/policy/policy-packs/authoring/
 */
export const enforcementLevels = ["advisory", "mandatory", "remediate", "disabled"] as const;

export type EnforcementLevel = (typeof enforcementLevels)[number];
