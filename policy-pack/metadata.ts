import type { Policy, PolicyComplianceFramework } from "@pulumi/policy";
import type { AnyControl } from "../controls";
import { docsUrl } from "../controls/docs-url";
import { frameworks } from "../controls/frameworks";

/** What Pulumi shows about a policy beside its violations. */
export function metadataOf(control: AnyControl): Partial<Policy> {
  const framework = frameworkOf(control);
  return {
    displayName: control.title,
    severity: control.severity,
    tags: tagsOf(control),
    remediationSteps: control.remediation,
    url: docsUrl(control.id),
    ...(framework === undefined ? {} : { framework }),
  };
}

/** The first framework that knows the control, as Pulumi carries one alone; the tags name all. */
function frameworkOf({ title, peerIds }: AnyControl): PolicyComplianceFramework | undefined {
  const known = frameworks.find(({ key, version }) => version !== undefined && peerIds[key] !== undefined);
  return known === undefined
    ? undefined
    : {
        name: known.name,
        version: known.version ?? "",
        reference: (peerIds[known.key] ?? []).join(", "),
        specification: title,
      };
}

/** Each catalogue's id, as in "checkov:CKV_AWS_16". */
function tagsOf({ peerIds }: AnyControl): string[] {
  return frameworks.flatMap(({ key }) => (peerIds[key] ?? []).map((id) => `${key}:${id}`));
}
