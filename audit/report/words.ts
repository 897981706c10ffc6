import { count } from "../../formats/wording";
import type { Place, Report } from "./report";

/** Whether the report was compared with an earlier one, as reports from before they said so show by their findings. */
export function isCompared({ compared, findings, resolved }: Report): boolean {
  return compared === true || resolved.length > 0 || findings.some(({ state }) => state === "unchanged");
}

/** "eu-west-1 of account 111122223333", "3 accounts in 4 regions". */
export function scopeWords({ scopes }: Report): string {
  const [only, another] = scopes;
  if (only !== undefined && another === undefined) {
    return `${only.region}${only.account === undefined ? "" : ` of account ${only.account}`}`;
  }
  const accounts = new Set(scopes.map(({ account }) => account)).size;
  const regions = new Set(scopes.map(({ region }) => region)).size;
  return `${count(accounts, "account")} in ${count(regions, "region")}`;
}

/** Tells places apart, and is in order as they are: by account, then by region. */
export function placeKey({ account = "", region }: Place): string {
  return `${account} ${region}`;
}

/** "111122223333, eu-west-1". */
export function placeWords({ account, region }: Place): string {
  return account === undefined ? region : `${account}, ${region}`;
}
