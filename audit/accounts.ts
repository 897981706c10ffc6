import { type Connection, type Gateway, messageOf } from "./gateway";
import type { Members } from "./read/organization";
import { isAccountId, readMembers } from "./read/organization";

/** The accounts to audit: that of the credentials, or those named and those of the organization. */
export interface Accounts {
  /** Ids of 12 digits. */
  readonly ids?: readonly string[];
  readonly organization?: Members;
  /** The role that is assumed in every account but that of the credentials. */
  readonly roleName: string;
  /** What the role's trust policy asks for. */
  readonly externalId?: string;
}

/** An account, with a way into it or the reason why there is none. */
export type Entrance =
  | { readonly account?: string; readonly connection: Connection }
  | { readonly account: string; readonly error: string };

/** Opens an account when its turn has come: a role's credentials are good for an hour. */
export interface Door {
  readonly account?: string;
  open(): Promise<Entrance>;
}

/**
 * The accounts in the order of their ids; none where the organization has none that is meant.
 * @param note told what is not as the choice of accounts takes it to be
 * @throws CannotAudit where the organization's accounts cannot be listed
 */
export async function doorsOf(
  gateway: Gateway,
  accounts: Accounts | undefined,
  note?: (sentence: string) => void,
): Promise<readonly Door[]> {
  const { caller, own } = gateway;
  const self: Door = {
    ...(caller.account === undefined ? {} : { account: caller.account }),
    open: async () => ({ ...(caller.account === undefined ? {} : { account: caller.account }), connection: own }),
  };
  if (accounts === undefined) {
    return [self];
  }
  const { ids = [], organization, roleName, externalId } = accounts;
  const members =
    organization === undefined
      ? []
      : await gateway.organization((...with_) => readMembers(...with_, organization, note));
  // Those that are named besides do not make an organization of which nothing is seen a good answer.
  if (organization !== undefined && members.length === 0) {
    return [];
  }
  return [...new Set([...ids.filter(isAccountId), ...members])]
    .sort()
    .map((account) =>
      account === caller.account ? self : { account, open: () => assumed(gateway, account, roleName, externalId) },
    );
}

async function assumed(
  gateway: Gateway,
  account: string,
  roleName: string,
  externalId: string | undefined,
): Promise<Entrance> {
  const arn = `arn:${gateway.partition}:iam::${account}:role/${roleName}`;
  try {
    const connection = await gateway.assume({ arn, ...(externalId === undefined ? {} : { externalId }) });
    return { account, connection };
  } catch (error) {
    return {
      account,
      error: `${arn} cannot be assumed (${messageOf(error)}): make the role, or allow sts:AssumeRole on it`,
    };
  }
}
