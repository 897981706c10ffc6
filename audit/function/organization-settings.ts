import type { Members } from "../read/organization";
import { accountShape, defaultRole, roleShape, unitShape } from "../shapes";
import { type Environment, required, SettingError } from "./settings";

/** Which accounts of an organization are audited, and how a function gets into them. */
export interface OrganizationSettings {
  readonly members: Members;
  readonly roleName: string;
  readonly externalId?: string;
}

/**
 * Reads which accounts are audited:
 * - UNITS: ids of organizational units or of the root with commas between; the whole organization by default;
 * - EXCEPT: ids of accounts and organizational units that are left out; none by default;
 * - ROLE_NAME: the role in each account but the own, "AwsSecureDatabaseAudit" by default;
 * - EXTERNAL_ID: what the role's trust policy asks for; nothing by default.
 * Throws a SettingError.
 */
export function readOrganization(env: Environment): OrganizationSettings {
  const units = idsOf(env, "UNITS", [unitShape], "ids of organizational units or of the root");
  const except = idsOf(env, "EXCEPT", [accountShape, unitShape], "ids of accounts and organizational units");
  const externalId =
    env.EXTERNAL_ID === undefined
      ? undefined
      : required(
          env,
          "EXTERNAL_ID",
          /^[\w+=,.@:/-]{2,1224}$/,
          "an external id, 2 to 1224 letters, digits and +=,.@:/-_",
        );
  return {
    members: { ...(units === undefined ? {} : { units }), ...(except === undefined ? {} : { except }) },
    roleName: required({ ROLE_NAME: defaultRole, ...env }, "ROLE_NAME", roleShape, "the name of a role"),
    ...(externalId === undefined ? {} : { externalId }),
  };
}

function idsOf(env: Environment, name: string, shapes: readonly RegExp[], what: string): readonly string[] | undefined {
  const given = env[name];
  const ids = given?.split(",");
  if (ids?.some((id) => !shapes.some((shape) => shape.test(id)))) {
    throw new SettingError(`${name} is ${JSON.stringify(given)}, but must be ${what}, with commas between.`);
  }
  return ids;
}
