import { createHash } from "node:crypto";
import type { AnyControl, Finding } from "../controls/control";
import { docsUrl } from "../controls/docs-url";
import type { AuditFinding, Place } from "./report/report";

/** Adds to what a control found everything that a reader of a report needs. */
export function auditFinding(control: AnyControl, finding: Finding, place: Place): AuditFinding {
  return {
    ...finding,
    ...place,
    resourceType: finding.kind,
    title: control.title,
    url: docsUrl(control.id),
    frameworks: control.peerIds,
    fingerprint: fingerprintOf(finding, place),
    state: "new",
  };
}

/** The same for the same control and resource in every audit, and for no other pair. */
export function fingerprintOf({ control, kind, resource }: Finding, place: Place): string {
  return createHash("sha256")
    .update(`${control}\n${keyOf(kind, resource, place)}`)
    .digest("hex");
}

/** An ARN says its place itself; a region's databases stand under whichever comes first. */
function keyOf(kind: Finding["kind"], resource: string, { account = "", region }: Place): string {
  if (kind === "databaseRegions") {
    return `${account}/${region}`;
  }
  return resource.startsWith("arn:") ? resource : `${account}/${region}/${resource}`;
}
