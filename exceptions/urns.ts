/** Says in one sentence why a file holds no URNs. */
export class NoUrns extends Error {}

/**
 * The URNs of the resources of a stack.
 * @param text what `pulumi stack export` wrote
 * @throws NoUrns when it is something else
 */
export function urnsOfStackExport(text: string): string[] {
  const file = parsed(text);
  if (file === undefined) {
    throw new NoUrns("it is not JSON, or was cut off; give it the output of `pulumi stack export`");
  }
  const { deployment } = (file ?? {}) as { deployment?: { resources?: unknown } | null };
  // A stack that was never deployed is exported without resources.
  const resources = deployment?.resources ?? [];
  if (typeof deployment !== "object" || deployment === null || !Array.isArray(resources)) {
    throw new NoUrns("it has no deployment; give it the output of `pulumi stack export`");
  }
  const urns = resources.map((resource: { urn?: unknown } | null) => resource?.urn);
  const index = urns.findIndex((urn) => typeof urn !== "string" || !urn.startsWith("urn:pulumi:"));
  if (index !== -1) {
    throw new NoUrns(
      `deployment.resources[${index}] has no URN; give it the output of \`pulumi stack export\` as Pulumi wrote it`,
    );
  }
  return distinct(urns);
}

/**
 * The URNs of the resources that a preview goes through, blocked or not.
 * @param text what `pulumi preview --json` wrote, with PULUMI_ENABLE_STREAMING_JSON_PREVIEW set or not
 * @throws NoUrns when it is something else
 */
export function urnsOfPreview(text: string): string[] {
  const whole = parsed(text) as { steps?: unknown } | null | undefined;
  const urns = Array.isArray(whole?.steps)
    ? whole.steps.map((step: { urn?: unknown } | null) => step?.urn)
    : text.split("\n").map((line) => (parsed(line) as PreviewEvent | undefined)?.resourcePreEvent?.metadata?.urn);
  const found = distinct(urns);
  if (found.length === 0) {
    throw new NoUrns("it has no steps; give it the output of `pulumi preview --json`");
  }
  return found;
}

/** https://github.com/pulumi/pulumi/blob/master/sdk/go/common/apitype/events.go */
interface PreviewEvent {
  readonly resourcePreEvent?: { readonly metadata?: { readonly urn?: unknown } };
}

/** Undefined for what is no JSON. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function distinct(urns: readonly unknown[]): string[] {
  return [...new Set(urns.filter((urn) => typeof urn === "string"))];
}
