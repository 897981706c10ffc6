import { type Command, Option } from "commander";
import { defaultRole } from "../audit/shapes";
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
}

/** Adds `permissions` to the command `audit`. */
export function addPermissionsCommand(audit: Command, { stdout }: Surroundings): void {
  audit
    .enablePositionalOptions()
    .command("permissions")
    .description("print what an audit must be allowed, and nothing else")
    .addOption(
      new Option("--format <format>", "what to print").choices(["json", "organization", "stackset"]).default("json"),
    )
    .addHelpText("after", help)
    .action(async ({ format }: Options) => {
      const { auditPolicy, memberRoleTemplate, organizationPolicy } = await import("../audit/policy");
      const printed = {
        json: auditPolicy,
        organization: organizationPolicy,
        stackset: () => memberRoleTemplate(defaultRole),
      }[format]();
      stdout.write(`${JSON.stringify(printed, undefined, 2)}\n`);
    });
}
