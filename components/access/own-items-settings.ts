import { type ArgumentChecks, type ArgumentNames, type Rule, show } from "../shared/arguments";
import { oneOf, someOf, text } from "../shared/rules";
import type { OwnItemsArgs } from "./own-items-arguments";
import type { OwnItems } from "./own-items-policy";

export const ownItemsNames: ArgumentNames<OwnItemsArgs> = {
  principalTag: true,
  webIdentity: true,
  oidcProvider: true,
  access: true,
  indexes: true,
  attributes: true,
};

/** The policy variables that hold a user's id: https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/WIF.html */
const webIdentities: Readonly<Record<string, string>> = {
  cognito: "cognito-identity.amazonaws.com:sub",
  amazon: "www.amazon.com:user_id",
  google: "accounts.google.com:sub",
  facebook: "graph.facebook.com:id",
};

export function checkOwnItems(checks: ArgumentChecks, args: OwnItemsArgs): OwnItems {
  const { access = "read-only", indexes = [], attributes } = args;
  const owner = ownerOf(checks, args);
  checks.plain("access", access, oneOf<string>("read-only", "read-write"));
  if (indexes.length > 0) {
    checks.plain("indexes", indexes, someOf("index", indexName));
  }
  if (attributes !== undefined) {
    checks.plain("attributes", attributes, someOf("attribute", attributeName));
  }
  return { owner, writes: access === "read-write", indexes, attributes };
}

/** The policy variable that stands for the caller's id. */
function ownerOf(checks: ArgumentChecks, { principalTag, webIdentity, oidcProvider }: OwnItemsArgs): string {
  const given = Object.entries({ principalTag, webIdentity, oidcProvider }).filter(([, value]) => value !== undefined);
  if (given.length !== 1) {
    const names = given.map(([argument]) => argument).join(" and ") || "none of them";
    checks.refuse(`principalTag, webIdentity or oidcProvider must be given, one of them, but found is ${names}.`);
  }
  if (principalTag !== undefined) {
    return variable(`aws:PrincipalTag/${checks.plain("principalTag", principalTag, tagKey)}`);
  }
  if (webIdentity !== undefined) {
    const identity = checks.plain("webIdentity", webIdentity, oneOf<string>(...Object.keys(webIdentities)));
    return variable(
      webIdentities[identity] ?? checks.refuse(`webIdentity is ${show(identity)}, which has no variable.`),
    );
  }
  return variable(`${checks.plain("oidcProvider", oidcProvider ?? "", provider)}:sub`);
}

function variable(name: string): string {
  return `\${${name}}`;
}

/** A tag of which IAM can make a variable: nothing in it may end or open one, or be a wildcard. */
const tagKey: Rule<string> = text(
  'the key of a tag, 1 to 128 letters, digits and _.:/=+@-, without "${aws:PrincipalTag/" around it',
  /^[\w.:/=+@-]{1,128}$/,
);

const provider = text(
  'the URL of a provider without "https://", such as "login.example.com/tenant"',
  /^[a-z0-9-]+(\.[a-z0-9-]+)+(\/[\w.-]+)*$/,
);
const indexName = text("3 to 255 letters, digits, hyphens, underscores and dots", /^[A-Za-z0-9_.-]{3,255}$/);
const attributeName = text("the name of an attribute, 1 to 255 characters without * and ?", /^[^*?]{1,255}$/);
