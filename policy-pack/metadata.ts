import type { Policy } from "@pulumi/policy";
import type { AnyControl, PeerIds } from "../controls";

/** What Pulumi shows about a policy beside its violations. */
export function metadataOf(control: AnyControl): Partial<Policy> {
  const { securityHub = [] } = control.peerIds;
  const [first] = securityHub;
  return {
    displayName: control.title,
    severity: control.severity,
    tags: tagsOf(control.peerIds),
    remediationSteps: control.remediation,
    ...(first === undefined
      ? {}
      : {
          framework: {
            name: "AWS Foundational Security Best Practices",
            version: "1.0.0",
            reference: securityHub.join(", "),
            specification: control.title,
          },
          url: securityHubPage(first),
        }),
  };
}

/** Each catalogue's id, as in "checkov:CKV_AWS_16". */
function tagsOf(peerIds: PeerIds): string[] {
  return Object.entries(peerIds).flatMap(([catalogue, ids]: [string, readonly string[]]) =>
    ids.map((id) => `${catalogue}:${id}`),
  );
}

/** "RDS.3" has its place at https://docs.aws.amazon.com/securityhub/latest/userguide/rds-controls.html#rds-3. */
function securityHubPage(id: string): string {
  const [service = "", number = ""] = id.toLowerCase().split(".");
  return `https://docs.aws.amazon.com/securityhub/latest/userguide/${service}-controls.html#${service}-${number}`;
}
