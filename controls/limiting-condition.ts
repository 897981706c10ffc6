import ipaddr from "ipaddr.js";
import type { Condition, Statement } from "../inventory/policy-document";
import { isUnknown } from "../inventory/value";
import { areEverywhere } from "./cidr";

/** Whether a condition keeps a statement to callers that somebody chose, to which accounts or to which place, or not known yet. */
export type Limit = "limits" | "place" | { readonly accounts: readonly string[] } | "unknown" | "none";

/**
 * Condition keys whose fixed values say who calls, or from where, and what such a value must look like.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html#access-control-block-public-access-policy-status
 * https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html#conditions-kms-caller-account
 */
const limitingKeys: Readonly<Record<string, (value: string) => boolean>> = {
  "aws:principalaccount": isFixed,
  "aws:sourceaccount": isFixed,
  "aws:sourceowner": isFixed,
  "kms:calleraccount": isFixed,
  "aws:vpceaccount": isFixed,
  "aws:principalarn": isArnOfFixedAccount,
  "aws:sourcearn": isArnOfFixedAccount,
  "aws:principalorgid": isFixed,
  "aws:sourceorgid": isFixed,
  "aws:vpceorgid": isFixed,
  // "o-1/r-1/ou-1/*": everybody below a part of an organization.
  "aws:principalorgpaths": (value) => isFixed(value.split("/")[0] ?? ""),
  "aws:sourceorgpaths": (value) => isFixed(value.split("/")[0] ?? ""),
  "aws:sourcevpc": isFixed,
  "aws:sourcevpce": isFixed,
  "aws:sourcevpcarn": isArnOfFixedAccount,
  // "AROAEXAMPLE:*": every session of one role.
  "aws:userid": (value) => isFixed(value.split(":")[0] ?? ""),
  "aws:sourceip": isNarrowCidr,
};

/** Keys whose values are accounts, by themselves or inside ARNs. */
const accountKeys: readonly string[] = [
  "aws:principalaccount",
  "aws:sourceaccount",
  "aws:sourceowner",
  "kms:calleraccount",
  "aws:vpceaccount",
  "aws:principalarn",
  "aws:sourcearn",
];

/** Keys that say from where somebody calls, and nothing of whose account that is. */
const placeKeys: readonly string[] = ["aws:sourceip", "aws:sourcevpc", "aws:sourcevpce", "aws:sourcevpcarn"];

/** Operators that are only met when the key is there and fits; those with IfExists or ForAllValues are met without it. */
const limitingOperators: readonly string[] = [
  "stringequals",
  "stringequalsignorecase",
  "stringlike",
  "arnequals",
  "arnlike",
  "ipaddress",
];

/** All conditions must be met, so one that limits is enough. */
export function limitsOf({ conditions }: Statement): readonly Limit[] {
  return conditions.map((condition) => (isUnknown(condition) ? "unknown" : limitOf(condition)));
}

function limitOf({ operator, key, values }: Condition): Limit {
  const name = key.toLowerCase();
  const accepts = Object.hasOwn(limitingKeys, name) ? limitingKeys[name] : undefined;
  const plain = operator.toLowerCase().replace(/^foranyvalue:/, "");
  if (accepts === undefined || !limitingOperators.includes(plain) || values.length === 0) {
    return "none";
  }
  const known = values.filter((value) => typeof value === "string");
  if (!known.every((value) => accepts(value.trim()))) {
    return "none";
  }
  // The internet in parts is the internet.
  if (name === "aws:sourceip" && areEverywhere(known.map((value) => value.trim()).filter(ipaddr.isValidCIDR))) {
    return "none";
  }
  if (known.length < values.length) {
    return "unknown";
  }
  if (placeKeys.includes(name)) {
    return "place";
  }
  const accounts = accountKeys.includes(name) ? known.map((value) => accountIn(value) ?? value) : [];
  return accounts.length > 0 ? { accounts } : "limits";
}

/** The account of an ARN, or the text itself where it is one. */
export function accountIn(text: string): string | undefined {
  const account = text.startsWith("arn:") ? text.split(":")[4] : text;
  return account !== undefined && /^\d{12}$/.test(account) ? account : undefined;
}

/** A wildcard or a policy variable can stand for anything. */
function isFixed(value: string): boolean {
  return value !== "" && !/[*?]|\$\{/.test(value);
}

/** The ARN of a bucket names no account, but is unique. */
function isArnOfFixedAccount(value: string): boolean {
  const [, partition, service, , account, resource] = value.split(":");
  return accountIn(value) !== undefined || (account === "" && isFixed(`${partition}:${service}:${resource ?? ""}`));
}

/** S3 takes a range wider than /8 of IPv4 or /32 of IPv6 for everybody. */
function isNarrowCidr(value: string): boolean {
  if (ipaddr.isValid(value)) {
    return true;
  }
  if (!ipaddr.isValidCIDR(value)) {
    return false;
  }
  const [address, bits] = ipaddr.parseCIDR(value);
  return bits >= (address.kind() === "ipv4" ? 8 : 32);
}
