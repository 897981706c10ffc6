import type { Secret, SecretPolicy } from "../model";
import type { Part } from "../program/adaptor";
import type { ProgramResource } from "../program/program-resource";
import { Properties, resourceOf } from "../program/properties";
import { isUnknown, unknown, type Value } from "../value";

/** aws.secretsmanager.Secret; its inline policy, or that it has none, stands by itself. */
export function secret(resource: ProgramResource): Part {
  const properties = Properties.of(resource);
  const known = resourceOf(resource, ["arn", "id", "name"]);
  const own: Secret = { ...known, kmsKeyId: properties.reference("kmsKeyId"), owningService: undefined };
  const policy: SecretPolicy = {
    ...known,
    id: `${known.id}#policy`,
    identifiers: [],
    secret: unknown(`secret ${known.name}`, [known.id]),
    document: properties.document("policy"),
  };
  return { secrets: [own], secretPolicies: [policy] };
}

/** aws.secretsmanager.SecretPolicy */
export function secretPolicy(resource: ProgramResource): Part {
  const properties = Properties.of(resource);
  return {
    secretPolicies: [
      {
        ...resourceOf(resource, []),
        secret: properties.reference("secretArn"),
        document: properties.document("policy"),
      },
    ],
  };
}

/** aws.secretsmanager.SecretRotation */
export function secretRotation(resource: ProgramResource): Part {
  const properties = Properties.of(resource);
  const rules = properties.object("rotationRules");
  return {
    secretRotations: [
      {
        ...resourceOf(resource, []),
        secret: properties.reference("secretId"),
        enabled: properties.boolean("rotationEnabled") ?? true,
        days: isUnknown(rules) ? rules : rules && daysOf(rules),
      },
    ],
  };
}

/** The days between two rotations by their rules, which both providers call alike. */
export function daysOf(rules: Properties): Value<number> {
  const schedule = rules.reference("scheduleExpression");
  return rules.number("automaticallyAfterDays") ?? (typeof schedule === "string" ? daysBetween(schedule) : schedule);
}

/**
 * The longest time between two rotations of a schedule: "rate(10 days)", "rate(4 hours)" or a cron expression, whose
 * year and minutes are fixed by Secrets Manager.
 * https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotate-secrets_schedule.html
 */
function daysBetween(schedule: string): Value<number> {
  const rate = /^rate\((\d{1,4}) (hour|day)s?\)$/.exec(schedule.trim());
  if (rate !== null) {
    return orUnreadable(Number(rate[1]) / (rate[2] === "hour" ? 24 : 1));
  }
  const cron = /^cron\(([^()]{1,200})\)$/.exec(schedule.trim());
  const months = cron?.[1]?.trim().split(/\s+/)[3];
  return orUnreadable(months === undefined ? 0 : monthsBetween(months) * 31);
}

function orUnreadable(days: number): Value<number> {
  return days > 0 ? days : unknown("rotationRules.scheduleExpression, which cannot be read");
}

/** Months between two runs at most, of a cron field such as "*", "1/3" or "JAN,JUL"; 0 for what cannot be read. */
function monthsBetween(field: string): number {
  if (field === "*" || field === "?") {
    return 1;
  }
  const step = /^(?:\*|\d{1,2})\/(\d{1,2})$/.exec(field);
  if (step !== null) {
    return Number(step[1]);
  }
  const months = field.split(",").map(monthOf);
  if (months.some((month) => month === undefined)) {
    return 0;
  }
  const sorted = [...new Set(months.map(Number))].sort((one, other) => one - other);
  return Math.max(...sorted.map((month, index) => (sorted[index + 1] ?? (sorted[0] ?? month) + 12) - month));
}

const monthNames = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];

function monthOf(text: string): number | undefined {
  const month = monthNames.indexOf(text.toUpperCase()) + 1 || Number(text);
  return Number.isInteger(month) && month >= 1 && month <= 12 ? month : undefined;
}
