import type { Members } from "../read/organization";
import { accountShape, defaultRole, externalIdShape, externalIdWords, roleShape, unitShape } from "../shapes";
import { type Environment, fileOf, parsed, type ReadFile, required, wrong } from "./settings";

/** Which accounts of an organization are audited, and how a function gets into them. */
export interface OrganizationSettings {
  readonly members: Members;
  readonly roleName: string;
  readonly externalId?: string;
}

/**
 * Reads which accounts are audited:
 * - MEMBERS_FILE: a JSON object of `units`, ids of organizational units or of the root, and `except`, ids of accounts and
 *   organizational units that are left out; the whole organization by default;
 * - ROLE_NAME: the role in each account but the own, "AwsSecureDatabaseAudit" by default;
 * - EXTERNAL_ID: what the role's trust policy asks for; nothing by default.
 * Throws a SettingError.
 */
export function readOrganization(env: Environment, readFile: ReadFile): OrganizationSettings {
  const externalId =
    env.EXTERNAL_ID === undefined ? undefined : required(env, "EXTERNAL_ID", externalIdShape, externalIdWords);
  return {
    members: membersOf(fileOf(env, "MEMBERS_FILE", readFile)),
    roleName: required({ ROLE_NAME: defaultRole, ...env }, "ROLE_NAME", roleShape, "the name of a role"),
    ...(externalId === undefined ? {} : { externalId }),
  };
}

function membersOf(file: string | undefined): Members {
  if (file === undefined) {
    return {};
  }
  const { units, except } = (parsed(file) ?? {}) as Members;
  if (!areIds(units, unitShape) || !areIds(except, accountShape, unitShape)) {
    throw wrong(
      "MEMBERS_FILE",
      file,
      "a file that holds a JSON object of units, a list of ids of organizational units or of the root, and except, one of " +
        "ids of accounts and organizational units",
    );
  }
  return { units, except };
}

function areIds(list: unknown, ...shapes: readonly RegExp[]): list is readonly string[] {
  return Array.isArray(list) && list.every((id) => shapes.some((shape) => shape.test(id)));
}
