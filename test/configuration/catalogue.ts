import type { AnyControl } from "../../controls";
import { holds } from "../../controls/answers";
import { type ControlId, controlIds } from "../../controls/ids";

/** A catalogue of four controls, which has every type of option. */
export const catalogue: readonly AnyControl[] = [
  control("rds-instance-backup-retention", {
    minimumDays: { schema: { type: "integer", minimum: 1, maximum: 35, description: "Days." }, default: 7 },
  }),
  control("rds-instance-multi-az", {}),
  control("database-security-group-no-public-ingress", {
    allowedCidrs: { schema: { type: "array", items: { type: "string" }, description: "CIDR blocks." }, default: [] },
  }),
  control("rds-instance-tagged", {
    enabled: { schema: { type: "boolean", description: "Whether it is judged." }, default: false },
    profile: {
      schema: { type: "string", enum: ["baseline", "strict"], description: "How much is asked." },
      default: "baseline",
    },
  }),
];

function control(id: ControlId, options: AnyControl["options"]): AnyControl {
  return {
    id,
    title: `Title of ${controlIds.indexOf(id)}`,
    subject: "dbInstances",
    severity: "medium",
    why: "Because.",
    remediation: "Mend it.",
    peerIds: {},
    options,
    looksAt: "resource",
    evaluate: () => holds,
  };
}
