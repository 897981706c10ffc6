import {
  type Account,
  type OrganizationsClient,
  paginateListAccounts,
  paginateListAccountsForParent,
  paginateListOrganizationalUnitsForParent,
} from "@aws-sdk/client-organizations";
import { count } from "../../formats/wording";
import type { Listing } from "../../inventory/from-account/description";
import type { Calls } from "./calls";
import { CannotAudit } from "./cannot-audit";
import { outcomeWords } from "./failure";

/** Which accounts of an organization are meant. */
export interface Members {
  /** Ids of organizational units or of the root, with all that is within them; absent: the whole organization. */
  readonly units?: readonly string[];
  /** Ids of accounts and organizational units that are left out. */
  readonly except?: readonly string[];
}

/**
 * The ids of the active accounts of the organization of the credentials, sorted.
 * https://docs.aws.amazon.com/organizations/latest/APIReference/API_ListAccounts.html
 * @param note told of accounts to leave out that are not there to be left out
 * @throws CannotAudit where they cannot all be listed: an account that nobody lists would be missed in silence
 */
export async function readMembers(
  client: OrganizationsClient,
  calls: Calls,
  { units, except = [] }: Members,
  note: (sentence: string) => void = () => undefined,
): Promise<readonly string[]> {
  const within = async (parents: readonly string[]) =>
    (await Promise.all(parents.map((parent) => accountsWithin(client, calls, parent)))).flat();
  const [all, left] = await Promise.all([
    units === undefined
      ? listed(
          await calls.list("organizations:ListAccounts", paginateListAccounts({ client }, {}), (page) => page.Accounts),
        )
      : within(units),
    within(except.filter((id) => !isAccountId(id))),
  ]);
  const unknown = except.filter((id) => isAccountId(id) && all.every(({ Id }) => Id !== id));
  if (unknown.length > 0) {
    note(
      `${unknown.join(", ")}: to be left out, but not among the ${count(all.length, "account")} of ` +
        `${units === undefined ? "the organization" : units.join(", ")}; if that is a slip, another account is audited that should not be.`,
    );
  }
  const leftOut = new Set([...except.filter(isAccountId), ...left.map(({ Id }) => Id)]);
  const ids = all.filter(isActive).flatMap(({ Id }) => (Id === undefined || leftOut.has(Id) ? [] : [Id]));
  return [...new Set(ids)].sort();
}

export function isAccountId(id: string): boolean {
  return /^\d{12}$/.test(id);
}

async function accountsWithin(
  client: OrganizationsClient,
  calls: Calls,
  ParentId: string,
): Promise<readonly Account[]> {
  const [accounts, units] = await Promise.all([
    calls.list(
      "organizations:ListAccountsForParent",
      paginateListAccountsForParent({ client }, { ParentId }),
      (page) => page.Accounts,
      ParentId,
    ),
    calls.list(
      "organizations:ListOrganizationalUnitsForParent",
      paginateListOrganizationalUnitsForParent({ client }, { ParentId }),
      (page) => page.OrganizationalUnits,
      ParentId,
    ),
  ]);
  if (units.unread === `organizations:ListOrganizationalUnitsForParent ${outcomeWords["not-found"]}`) {
    throw new CannotAudit(`the organization has no unit or root ${ParentId}: check the ids of the units.`);
  }
  const below = await Promise.all(listed(units).map(({ Id = "" }) => accountsWithin(client, calls, Id)));
  return [...listed(accounts), ...below.flat()];
}

/** `State` takes the place of `Status`, which AWS stops to send in September 2026. */
function isActive({ State, Status }: Account): boolean {
  return (State ?? Status) === "ACTIVE";
}

function listed<T>({ items, unread }: Listing<T>): readonly T[] {
  if (unread !== undefined) {
    throw new CannotAudit(
      `the accounts of the organization are not known (${unread}): run the audit with credentials of the management account or of a delegated administrator, or name accounts.`,
    );
  }
  return items;
}
