import { externalIdShape, externalIdWords, unitShape } from "../../audit/shapes";
import { ArgumentChecks, type ArgumentNames, show } from "../shared/arguments";
import { roleName, someOf, text, trueOrFalse, wholeNumber } from "../shared/rules";
import type { OrganizationAuditArgs } from "./organization-audit-arguments";
import { type AuditSettings, auditArguments, checkAudit } from "./scheduled-audit-settings";

/** An OrganizationAudit's arguments, checked and completed by their defaults. */
export interface OrganizationAuditSettings extends AuditSettings {
  readonly units: readonly string[];
  readonly except: readonly string[];
  readonly delegatedAdministrator: boolean;
  readonly memberRole: boolean;
  readonly memberRoleName: string;
  readonly externalId: string;
  readonly maxConcurrency: number;
  readonly reservedConcurrency: number | undefined;
  readonly toleratedFailurePercentage: number;
  readonly tracing: boolean;
  /** MiB. */
  readonly mergeMemorySize: number;
}

const argumentNames: ArgumentNames<OrganizationAuditArgs> = {
  organizationalUnitIds: true,
  except: true,
  delegatedAdministrator: true,
  memberRole: true,
  memberRoleName: true,
  externalId: true,
  maxConcurrency: true,
  reservedConcurrency: true,
  toleratedFailurePercentage: true,
  tracing: true,
  mergeMemorySize: true,
  ...auditArguments,
};

/** Programs without types may leave the arguments out. */
export function checkOrganizationAudit(
  name: string,
  args: OrganizationAuditArgs = {} as OrganizationAuditArgs,
): OrganizationAuditSettings {
  const checks = new ArgumentChecks(`OrganizationAudit ${JSON.stringify(name)}`, args, argumentNames);
  const audit = checkAudit(checks, name, args);
  const units = checks.plain("organizationalUnitIds", args.organizationalUnitIds, someOf("unit", unitId));
  const except = args.except === undefined ? [] : checks.plain("except", args.except, someOf("id", accountOrUnit));
  const both = units.find((id) => except.includes(id));
  if (both !== undefined) {
    checks.refuse(`except names ${show(both)}, which organizationalUnitIds names too, but must name others.`);
  }
  const maxConcurrency = checks.plain(
    "maxConcurrency",
    args.maxConcurrency ?? 50,
    wholeNumber(1, 1000, "regions of an account at once"),
  );
  return {
    ...audit,
    units,
    except,
    delegatedAdministrator: flag("delegatedAdministrator", false),
    memberRole: flag("memberRole", true),
    memberRoleName: checks.plain("memberRoleName", args.memberRoleName ?? "AwsSecureDatabaseAudit", roleName),
    externalId: checks.plain("externalId", args.externalId ?? `aws-secure-database-${name}`, externalIdRule),
    maxConcurrency,
    reservedConcurrency: reserved(checks, args.reservedConcurrency, maxConcurrency),
    toleratedFailurePercentage: checks.plain(
      "toleratedFailurePercentage",
      args.toleratedFailurePercentage ?? 5,
      // What the language of state machines takes: https://states-language.net/#map-state-failure-tolerance
      wholeNumber(0, 100, "percent"),
    ),
    tracing: flag("tracing", false),
    mergeMemorySize: checks.plain("mergeMemorySize", args.mergeMemorySize ?? 2048, wholeNumber(512, 10_240, "MiB")),
  };

  function flag(argument: "delegatedAdministrator" | "memberRole" | "tracing", whenAbsent: boolean): boolean {
    return checks.plain(argument, args[argument] ?? whenAbsent, trueOrFalse);
  }
}

/** With less than the state machine asks for, the function would hold back its own audit. */
function reserved(checks: ArgumentChecks, given: number | undefined, maxConcurrency: number): number | undefined {
  if (given === undefined) {
    return undefined;
  }
  const value = checks.plain("reservedConcurrency", given, wholeNumber(1, 10_000, "calls at once"));
  if (value < maxConcurrency) {
    checks.refuse(
      `reservedConcurrency is ${show(value)}, but must be at least the maxConcurrency, ${maxConcurrency}: the audit would be held back by its own calls.`,
    );
  }
  return value;
}

const unitId = text(
  'the id of an organizational unit or of the root, such as "ou-ab12-11223344" or "r-ab12"',
  unitShape,
);

const accountOrUnit = text(
  "the id of an account, 12 digits, or of an organizational unit",
  /^(\d{12}|ou-[0-9a-z]{4,32}-[0-9a-z]{8,32})$/,
);

const externalIdRule = text(externalIdWords, externalIdShape);
