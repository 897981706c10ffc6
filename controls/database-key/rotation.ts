import type { KmsKey } from "../../inventory/model";
import { isUnknown } from "../../inventory/value";
import { mustBeOn, notApplicable, undecided } from "../answers";
import { type Answer, defineControl } from "../control";
import { judgeUsed } from "./judge-used";

export const rotation = defineControl<"kmsKeys", object>({
  id: "database-key-rotation",
  title: "KMS key of a database rotates every year",
  subject: "kmsKeys",
  severity: "medium",
  why: "Rotation limits what one leaked or worn key material can decrypt.",
  remediation: "Set enableKeyRotation to true.",
  peerIds: {
    securityHub: ["KMS.4"],
    cis: ["3.6"],
    nist: ["SC-12", "SC-12(2)", "SC-28(3)"],
    pci: ["3.7.4"],
    checkov: ["CKV_AWS_7"],
    trivy: ["AWS-0065"],
    prowler: ["kms_cmk_rotation_enabled"],
  },
  options: {},
  looksAt: "inventory",
  evaluate: (key, inventory) => judgeUsed(key, inventory, judge),
  remedy: {
    types: ["aws:kms/key:Key", "aws-native:kms:Key"],
    // Whether a database uses the key is not seen from it alone, and rotation harms no other use.
    needed: (key) => judge(key as KmsKey).answer === "fails",
    properties: () => ({ enableKeyRotation: true }),
  },
});

/** https://docs.aws.amazon.com/kms/latest/developerguide/rotate-keys.html */
function judge({ rotatable, rotationEnabled }: KmsKey): Answer {
  if (rotatable === false) {
    return notApplicable("only symmetric keys whose material KMS made rotate by themselves");
  }
  const answer = mustBeOn("enableKeyRotation", rotationEnabled, "off by default");
  return answer.answer === "fails" && isUnknown(rotatable) ? undecided(rotatable.waitsFor) : answer;
}
