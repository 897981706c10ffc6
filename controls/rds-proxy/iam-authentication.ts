import type { DbProxy, ProxyAuthentication } from "../../inventory/model";
import { isUnknown, type Value } from "../../inventory/value";
import { all, fails, holds, shown, undecided } from "../answers";
import { type Answer, defineControl } from "../control";

export const iamAuthentication = defineControl<"dbProxies", object>({
  id: "rds-proxy-iam-authentication",
  title: "RDS proxy takes IAM credentials alone",
  subject: "dbProxies",
  severity: "medium",
  why: "Passwords are shared, copied and kept; an IAM token is for one user and lasts 15 minutes.",
  remediation:
    "Set defaultAuthScheme to IAM_AUTH, or iamAuth of every entry of auths to REQUIRED (ENABLED for SQL Server) with a secretArn.",
  peerIds: {},
  options: {},
  looksAt: "resource",
  evaluate: judge,
});

/**
 * Entries that take passwords do so beside the default scheme, too.
 * https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_UserAuthConfig.html
 */
function judge(proxy: DbProxy): Answer {
  const { defaultAuthenticationScheme: scheme, authentications = [] } = proxy;
  if (isUnknown(authentications)) {
    return undecided(authentications.waitsFor);
  }
  if (authentications.length === 0) {
    return judgeScheme(scheme);
  }
  return all(authentications.map((entry, index) => judgeEntry(entry, `auths[${index}]`, proxy.engineFamily)));
}

function judgeScheme(scheme: Value<string>): Answer {
  if (isUnknown(scheme)) {
    return undecided(scheme.waitsFor);
  }
  return scheme?.toUpperCase() === "IAM_AUTH"
    ? holds
    : fails("defaultAuthScheme is not IAM_AUTH and auths is empty", "one of them must require IAM authentication");
}

function judgeEntry(entry: Value<ProxyAuthentication>, where: string, engineFamily: Value<string>): Answer {
  if (isUnknown(entry)) {
    return undecided(entry.waitsFor);
  }
  const iam = entry?.iamAuthentication;
  if (isUnknown(iam)) {
    return undecided(iam.waitsFor);
  }
  const needed = "it must be REQUIRED, with a secretArn";
  if (iam === undefined) {
    return fails(`${where}.iamAuth is not set (DISABLED)`, needed);
  }
  const mode = iam.toUpperCase();
  // Of the three values only SQL Server has this one.
  if (mode === "ENABLED" && isUnknown(engineFamily)) {
    return undecided(engineFamily.waitsFor);
  }
  if (mode !== "REQUIRED" && (mode !== "ENABLED" || String(engineFamily).toUpperCase() !== "SQLSERVER")) {
    return fails(`${where}.iamAuth is ${shown(iam, "name")}`, needed);
  }
  return entry?.secret === undefined ? fails(`${where} has no secretArn`, needed) : holds;
}
