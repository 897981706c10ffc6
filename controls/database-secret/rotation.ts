import { databaseOfSecret } from "../../inventory/master-user-secrets";
import type { Inventory, Secret, SecretRotation } from "../../inventory/model";
import { referrers } from "../../inventory/resolve";
import { isUnknown } from "../../inventory/value";
import { all, fails, holds, undecided } from "../answers";
import { type Answer, defineControl } from "../control";
import { canNameAnySecret } from "../database-secrets";
import { perInventory } from "../referred";
import { judgeDatabaseSecret } from "./judge-database-secret";

export const rotation = defineControl<"secrets", { maximumDays: number }>({
  id: "database-secret-rotation",
  title: "Secret with a database password rotates",
  subject: "secrets",
  severity: "medium",
  why: "A password that leaked unnoticed is good for as long as nobody changes it.",
  remediation:
    "Add an aws.secretsmanager.SecretRotation with rotationRules, or let RDS manage the password by manageMasterUserPassword.",
  peerIds: {
    securityHub: ["SecretsManager.1", "SecretsManager.4"],
    nist: ["AC-2(1)", "AC-3(15)"],
    pci: ["8.3.9", "8.6.3"],
    checkov: ["CKV_AWS_304", "CKV2_AWS_57"],
    prowler: ["secretsmanager_automatic_rotation_enabled", "secretsmanager_secret_rotated_periodically"],
  },
  options: {
    maximumDays: {
      schema: { type: "integer", minimum: 1, maximum: 1000, description: "Days between two rotations at most." },
      default: 90,
    },
  },
  looksAt: "inventory",
  evaluate: (secret, inventory, { maximumDays }) =>
    judgeDatabaseSecret(secret, inventory, () => judge(secret, inventory, maximumDays)),
});

function judge(secret: Secret, inventory: Inventory, maximumDays: number): Answer {
  const { found, unknowns } = rotationsOf(secret, inventory);
  if (found.length > 0) {
    return all(found.map((rotation) => judgeRotation(rotation, maximumDays)));
  }
  // RDS rotates what it manages every seven days.
  // https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-secrets-manager.html
  if (secret.owningService === "rds") {
    return holds;
  }
  const waits = isUnknown(secret.owningService) ? secret.owningService : (unknowns[0] ?? openRotation(inventory));
  return waits === undefined
    ? fails("it has no rotation", `it must rotate at least every ${maximumDays} days`)
    : undecided(waits.waitsFor);
}

const openRotation = perInventory((inventory) =>
  inventory.secretRotations
    .map(({ secret }) => secret)
    .filter(isUnknown)
    .find((secret) => canNameAnySecret(secret, inventory)),
);

/** A program names a secret that RDS manages by its database, which the secret comes from. */
function rotationsOf(
  secret: Secret,
  inventory: Inventory,
): Pick<ReturnType<typeof rotationsNaming>, "found" | "unknowns"> {
  const database = databaseOfSecret(secret);
  const own = rotationsNaming(secret, inventory);
  if (database === undefined) {
    return own;
  }
  const { maybe } = rotationsNaming({ ...secret, id: database }, inventory);
  return {
    found: [...own.found, ...maybe.filter(({ secret: name }) => isUnknown(name) && name.sources.includes(database))],
    unknowns: [],
  };
}

function rotationsNaming(secret: Secret, inventory: Inventory) {
  return referrers(inventory, "secretRotations", "secret", "secrets", secret);
}

function judgeRotation({ enabled, days }: SecretRotation, maximumDays: number): Answer {
  const needed = `it must rotate at least every ${maximumDays} days`;
  if (enabled === false) {
    return fails("its rotation is off", needed);
  }
  const waits = [enabled, days].find(isUnknown);
  if (waits !== undefined) {
    return undecided(waits.waitsFor);
  }
  if (days === undefined || isUnknown(days) || days <= 0) {
    return fails("its rotation has no schedule", needed);
  }
  return days <= maximumDays ? holds : fails(`it rotates every ${Math.round(days * 10) / 10} days`, needed);
}
