import type { Command } from "commander";
import { defaultRole } from "../audit/shapes";
import { choiceOption } from "./choices";
import type { Surroundings } from "./terminal";

const help = `
json        the IAM policy that an audit of one account needs
organization
            what the credentials that start an audit with --organization need beyond that; to assume the roles they
            also need sts:AssumeRole on arn:<partition>:iam::*:role/<role-name>
stackset    a CloudFormation template, as JSON, of the role that --account and --organization assume; its parameters
            are RoleName, AuditorAccount, AuditorPrincipal and ExternalId
`;

interface Options {
  readonly format: "json" | "organization" | "stackset";
  readonly securityHub?: boolean;
}

/** Adds `permissions` to the command `audit`. */
export function addPermissionsCommand(audit: Command, { stdout }: Surroundings): void {
  const command = audit
    .enablePositionalOptions()
    .command("permissions")
    .description("print what an audit must be allowed, and nothing else")
    .addOption(choiceOption("--format <format>", "what to print", ["json", "organization", "stackset"]).default("json"))
    .option("--security-hub", "allow the import of findings into Security Hub too, of formats json and stackset")
    .addHelpText("after", help)
    .action(async ({ format, ...options }: Options) => {
      if (format === "organization" && options.securityHub) {
        return command.error("error: --security-hub adds nothing to --format organization; leave it out");
      }
      const { auditPolicy, memberRoleTemplate, organizationPolicy } = await import("../audit/policy");
      const printed = {
        json: () => auditPolicy(options),
        organization: organizationPolicy,
        stackset: () => memberRoleTemplate(defaultRole, options),
      }[format]();
      stdout.write(`${JSON.stringify(printed, undefined, 2)}\n`);
    });
}
