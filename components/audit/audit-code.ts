import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import * as pulumi from "@pulumi/pulumi";
import type { Statement } from "../shared/policy-document";
import type { QuestionSettings } from "./scheduled-audit-settings";

/**
 * What `npm run build` made of the audit: one file with the versions of the AWS SDK that it was tested with, the page of
 * its HTML report, and the policy that it needs.
 */
function built(...path: string[]): string {
  return join(dirname(require.resolve("aws-secure-database/package.json")), "dist", "audit-function", ...path);
}

/** What a function is told: the question, and whom it is about where that is an organization. */
export interface Told extends QuestionSettings {
  readonly members?: Members;
}

export interface Members {
  readonly units: readonly string[];
  readonly except: readonly string[];
}

/** The files of what is told, by their names in the code, and the environment that names them: it has room for 4 KB. */
const files = {
  controls: { name: "controls.json", variable: "CONTROLS_FILE" },
  configuration: { name: "configuration.json", variable: "CONFIGURATION_FILE" },
  exceptions: { name: "exceptions.yaml", variable: "EXCEPTIONS_FILE" },
  members: { name: "members.json", variable: "MEMBERS_FILE" },
} as const;

function textsOf({ controls, configuration, exceptions, members }: Told) {
  return [
    { ...files.controls, text: controls === undefined ? undefined : JSON.stringify(controls) },
    { ...files.configuration, text: configuration },
    { ...files.exceptions, text: exceptions },
    { ...files.members, text: members === undefined ? undefined : JSON.stringify(members) },
  ].flatMap(({ text, ...file }) => (text === undefined ? [] : [{ ...file, text }]));
}

/** The code of a function that audits, with the files of what it is told. */
export function auditCode(told: Told): pulumi.asset.AssetArchive {
  return new pulumi.asset.AssetArchive({
    "index.js": new pulumi.asset.FileAsset(built("index.js")),
    page: new pulumi.asset.FileArchive(built("page")),
    ...Object.fromEntries(textsOf(told).map(({ name, text }) => [name, new pulumi.asset.StringAsset(text)])),
  });
}

/** The environment by which a function that audits knows what it is told. */
export function toldEnvironment(told: Told): Record<string, pulumi.Input<string>> {
  return {
    ...(told.regions === undefined ? {} : { REGIONS: told.regions }),
    SEVERITY: told.severity,
    ...Object.fromEntries(textsOf(told).map(({ name, variable }) => [variable, name])),
  };
}

/** What the audit asks of AWS, as `npx aws-secure-database audit permissions` prints it. */
export function auditStatements(): readonly Statement[] {
  return statementsIn("permissions.json");
}

/** What the audit of an organization asks beyond that, as `audit permissions --format organization` prints it. */
export function organizationStatements(): readonly Statement[] {
  return statementsIn("organization.json");
}

/** The template of the role in each account, as `audit permissions --format stackset` prints it. */
export function memberRoleTemplate(): MemberRoleTemplate {
  return JSON.parse(readFileSync(built("member-role.json"), "utf8")) as MemberRoleTemplate;
}

/** As much of the template as is added to. */
export interface MemberRoleTemplate {
  readonly Resources: {
    readonly AuditRole: { readonly Properties: { readonly Policies: readonly object[] } };
  };
}

function statementsIn(file: string): readonly Statement[] {
  const { Statement: statements } = JSON.parse(readFileSync(built(file), "utf8")) as {
    readonly Statement: readonly Statement[];
  };
  return statements;
}
