import { type Command, InvalidArgumentError } from "commander";
import type { Accounts } from "../audit/accounts";
import { homeRegion } from "../audit/read/home-region";
import type { AuditOptions } from "../audit/run";
import {
  accountShape,
  defaultRole,
  externalIdShape,
  externalIdWords,
  regionShape,
  roleShape,
  unitShape,
} from "../audit/shapes";
import type { Question } from "../audit/state";
import { type Severity, severities } from "../controls/control";
import { type ControlId, controlIds } from "../controls/ids";
import { didYouMean } from "../controls/nearest";
import { partitionOf } from "../inventory/partition";
import { choiceOption } from "./choices";

/** What is read and asked, as the user chose it. */
export interface SelectionOptions {
  readonly region?: readonly string[];
  readonly account?: readonly string[];
  readonly organization?: true;
  readonly unit?: readonly string[];
  readonly except?: readonly string[];
  readonly roleName?: string;
  readonly externalId?: string;
  readonly profile?: string;
  readonly control?: readonly ControlId[];
  readonly severity?: Severity;
  readonly resource?: readonly string[];
  readonly tag?: readonly Tag[];
}

export interface Tag {
  readonly key: string;
  readonly value: string;
}

/** Gives a command the options that choose. */
export function withSelection(command: Command): Command {
  return command
    .option(
      "--region <region>",
      'AWS region; may be repeated; "all" is every one that is enabled (default: AWS_REGION or AWS_DEFAULT_REGION)',
      each(regionOf),
    )
    .option(
      "--account <id>",
      "account in which a role is assumed; may be repeated, and adds to --organization (default: that of the credentials)",
      each(accountOf),
    )
    .option("--organization", "all active accounts of the organization of the credentials")
    .option("--unit <id>", "of the organization, this organizational unit or root alone; may be repeated", each(unitOf))
    .option(
      "--except <id>",
      "of the organization, not this account or organizational unit; may be repeated",
      each(exceptOf),
    )
    .option("--role-name <name>", `role to assume in other accounts (default: ${defaultRole})`, roleOf)
    .option("--external-id <id>", "external id that the role's trust policy asks for", externalIdOf)
    .option("--profile <name>", "profile of the AWS configuration files (default: AWS_PROFILE)")
    .option("--control <id>", "ask this control alone; may be repeated", each(controlOf))
    .addOption(choiceOption("--severity <severity>", "mildest severity that is asked about", [...severities].reverse()))
    .option(
      "--resource <arn>",
      "ask about this resource alone: its ARN, AWS id or name, with * and ? as globs; may be repeated",
      each(resourceOf),
    )
    .option(
      "--tag <key=value>",
      "ask about resources with this tag alone, of the kinds whose tags are read; may be repeated, and all must be there",
      each(tagOf),
    );
}

/** The regions to read, or all. */
export function regionsOf(
  command: Command,
  { region }: SelectionOptions,
  env: NodeJS.ProcessEnv,
): readonly string[] | "all" {
  if (region === undefined) {
    return [regionOfEnvironment(command, env)];
  }
  if (region.includes("all")) {
    if (region.length > 1) {
      command.error(
        `error: --region is all and ${region.find((name) => name !== "all") ?? "all"} too; give one or the other`,
      );
    }
    return "all";
  }
  refusePartitions(command, region);
  return [...new Set(region)];
}

function refusePartitions(command: Command, regions: readonly string[]): void {
  const [first = "", ...others] = regions;
  const other = others.find((name) => partitionOf(name) !== partitionOf(first));
  if (other !== undefined) {
    command.error(
      `error: --region is ${first} of partition ${partitionOf(first)} and ${other} of partition ${partitionOf(other)}; ` +
        "credentials are of one partition: audit each by itself",
    );
  }
}

/** Where roles are assumed, and what belongs to no region is asked for. */
export async function homeRegionOf(
  regions: readonly string[] | "all",
  profile: string | undefined,
  env: NodeJS.ProcessEnv,
): Promise<string> {
  const own = env.AWS_REGION || env.AWS_DEFAULT_REGION || (await regionOfProfile(profile, env));
  return homeRegion([own !== undefined && regionShape.test(own) ? own : undefined], regions);
}

async function regionOfProfile(profile: string | undefined, env: NodeJS.ProcessEnv): Promise<string | undefined> {
  const { readProfiles } = await import("../audit/read/profiles");
  const { regions } = await readProfiles(env);
  return regions[profile ?? (env.AWS_PROFILE || "default")];
}

/** The accounts to read; undefined for that of the credentials. */
export function accountsOf(command: Command, options: SelectionOptions): Accounts | undefined {
  const { account, organization, unit, except, roleName, externalId } = options;
  if (organization === undefined) {
    const [stray] = [["--unit", unit] as const, ["--except", except] as const].filter(
      ([, value]) => value !== undefined,
    );
    if (stray !== undefined) {
      command.error(`error: ${stray[0]} is given without --organization, of which it is a part; add --organization`);
    }
  }
  if (account === undefined && organization === undefined) {
    if (roleName !== undefined || externalId !== undefined) {
      command.error(
        `error: ${roleName !== undefined ? "--role-name" : "--external-id"} is given, and no account in which a role is assumed; add --account or --organization`,
      );
    }
    return undefined;
  }
  const both = account?.find((id) => except?.includes(id));
  if (both !== undefined) {
    command.error(`error: --account and --except both name ${both}; leave out one of them`);
  }
  return {
    roleName: roleName ?? defaultRole,
    ...(account === undefined ? {} : { ids: account }),
    ...(externalId === undefined ? {} : { externalId }),
    ...(organization === undefined
      ? {}
      : {
          organization: {
            ...(unit === undefined ? {} : { units: unit }),
            ...(except === undefined ? {} : { except }),
          },
        }),
  };
}

/** The places, in words that are the same for the same places. */
export function questionOf({
  regions,
  accounts,
}: Pick<AuditOptions, "regions" | "accounts">): Omit<Question, "judging"> {
  const { ids, organization } = accounts ?? {};
  const chosen = [
    ...options("--account", ids),
    ...(organization === undefined ? [] : ["--organization"]),
    ...options("--unit", organization?.units),
    ...options("--except", organization?.except),
  ];
  return {
    regions: options("--region", regions === "all" ? ["all"] : regions).join(" "),
    accounts: chosen.length === 0 ? "that of the credentials" : chosen.join(" "),
  };
}

function options(name: string, values: readonly string[] = []): readonly string[] {
  return [...new Set(values)].sort().map((value) => `${name} ${value}`);
}

function each<T>(parse: (value: string) => T): (value: string, previous?: readonly T[]) => readonly T[] {
  return (value, previous = []) => [...previous, parse(value)];
}

function regionOf(value: string): string {
  if (value !== "all" && !regionShape.test(value)) {
    throw new InvalidArgumentError("A region looks like us-east-1.");
  }
  return value;
}

function regionOfEnvironment(command: Command, env: NodeJS.ProcessEnv): string {
  const name = env.AWS_REGION ? "AWS_REGION" : "AWS_DEFAULT_REGION";
  const value = env[name];
  if (!value) {
    command.error("error: no region: give --region, as in --region us-east-1, or set AWS_REGION");
  }
  if (!regionShape.test(value)) {
    command.error(`error: ${name} is '${value}'; a region looks like us-east-1`);
  }
  return value;
}

function accountOf(value: string): string {
  if (!accountShape.test(value)) {
    throw new InvalidArgumentError("An account's id is 12 digits.");
  }
  return value;
}

function unitOf(value: string): string {
  if (!unitShape.test(value)) {
    throw new InvalidArgumentError("An organizational unit looks like ou-ab12-11111111, a root like r-ab12.");
  }
  return value;
}

function exceptOf(value: string): string {
  if (!accountShape.test(value) && !unitShape.test(value)) {
    throw new InvalidArgumentError(
      "It must be an account's id of 12 digits or an organizational unit such as ou-ab12-11111111.",
    );
  }
  return value;
}

export function roleOf(value: string): string {
  if (!roleShape.test(value)) {
    throw new InvalidArgumentError("It must be the name of a role, with its path if it has one, and no ARN.");
  }
  return value;
}

function externalIdOf(value: string): string {
  if (!externalIdShape.test(value)) {
    throw new InvalidArgumentError(`It must be ${externalIdWords}.`);
  }
  return value;
}

function controlOf(value: string): ControlId {
  const id = controlIds.find((known) => known === value);
  if (id === undefined) {
    throw new InvalidArgumentError(`There is no such control.${didYouMean(value, controlIds)}`);
  }
  return id;
}

function resourceOf(value: string): string {
  if (value.trim() === "") {
    throw new InvalidArgumentError("It must be the ARN, the AWS id or the name of a resource, or a glob over them.");
  }
  return value;
}

function tagOf(value: string): Tag {
  const [, key, text] = /^([^=]+)=(.*)$/s.exec(value) ?? [];
  if (key === undefined || text === undefined) {
    throw new InvalidArgumentError("A tag looks like environment=production.");
  }
  return { key, value: text };
}
