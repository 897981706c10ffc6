import type { Command } from "commander";
import { defaultRole } from "../audit/shapes";
import { roleOf } from "./audit-selection";
import { choiceOption } from "./choices";
import type { Surroundings } from "./terminal";

const help = `
json        the IAM policy that an audit of one account needs
caller      the IAM policy of the credentials that start an audit with --account or --organization: that of format json
            for their own account, the list of the organization's accounts, and sts:AssumeRole on the role in each
            account of the organization
organization
            the list of the organization's accounts alone
stackset    a CloudFormation template, as JSON, of the role that --account and --organization assume; its parameters
            are RoleName, AuditorAccount, AuditorPrincipal and ExternalId
`;

interface Options {
  readonly format: "json" | "caller" | "organization" | "stackset";
  readonly roleName?: string;
  readonly securityHub?: boolean;
}

/** Adds `permissions` to the command `audit`. */
export function addPermissionsCommand(audit: Command, { stdout }: Surroundings): void {
  const command = audit
    .enablePositionalOptions()
    // Commander adds it by itself to commands alone that do nothing of their own.
    .helpCommand(true)
    .hook("preSubcommand", refuseBefore)
    .command("permissions")
    .description("print what an audit must be allowed, and nothing else")
    .addOption(
      choiceOption("--format <format>", "what to print", ["json", "caller", "organization", "stackset"]).default(
        "json",
      ),
    )
    .option(
      "--security-hub",
      "allow the import of findings into Security Hub too, of formats json, caller and stackset",
    )
    .option(
      "--role-name <name>",
      `role that is assumed, of formats caller and stackset (default: ${defaultRole})`,
      roleOf,
    )
    .addHelpText("after", help)
    .action(async ({ format, roleName, ...options }: Options) => {
      if (roleName !== undefined && (format === "json" || format === "organization")) {
        return command.error(`error: --role-name adds nothing to --format ${format}; leave it out`);
      }
      if (format === "organization" && options.securityHub) {
        return command.error("error: --security-hub adds nothing to --format organization; leave it out");
      }
      if (format === "stackset" && roleName?.includes("/")) {
        return command.error(
          "error: --role-name has a path, which the template cannot give a role; leave the path out",
        );
      }
      const { auditPolicy, callerPolicy, memberRoleTemplate, organizationPolicy } = await import("../audit/policy");
      const printed = {
        json: () => auditPolicy(options),
        caller: () => callerPolicy(roleName ?? defaultRole, options),
        organization: organizationPolicy,
        stackset: () => memberRoleTemplate(roleName ?? defaultRole, options),
      }[format]();
      stdout.write(`${JSON.stringify(printed, undefined, 2)}\n`);
    });
}

/** Options of the audit itself would be taken and then count for nothing. */
function refuseBefore(audit: Command, command: Command): void {
  const given = audit.options.find((option) => audit.getOptionValueSource(option.attributeName()) === "cli");
  if (given !== undefined) {
    const { long } = given;
    const name = command.name();
    audit.error(
      command.options.some((option) => option.long === long)
        ? `error: ${long} is given before ${name}, where it is of the audit itself; write it after ${name}`
        : `error: ${long} is given with ${name}, which does not take it; leave it out`,
    );
  }
}
