import { createHash, createHmac, timingSafeEqual } from "node:crypto";

/** Credentials that the verifier knows, as AWS knows those it gave out. */
export interface KnownIdentity {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
}

/** What a database server checks tokens against. */
export interface Expected {
  readonly host: string;
  readonly port: number;
  readonly region: string;
  readonly identities: readonly KnownIdentity[];
}

/** A server's clock may differ by so much from the signer's. */
const skewMs = 5 * 60_000;
const longestSeconds = 900;

/**
 * Why a token does not let a user in, or undefined if it does. It is a presigned request to rds-db by Signature Version 4,
 * whose signature is computed here once more from what it should be.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html
 */
export function refusalOf(token: string, user: string, expected: Expected, now: Date): string | undefined {
  const parsed = URL.canParse(`https://${token}`) ? new URL(`https://${token}`) : undefined;
  if (parsed === undefined) {
    return "it is no URL";
  }
  const query = parsed.searchParams;
  const [accessKeyId = "", day = "", region, service, terminator] = (query.get("X-Amz-Credential") ?? "").split("/");
  const identity = expected.identities.find((known) => known.accessKeyId === accessKeyId);
  const date = query.get("X-Amz-Date") ?? "";
  const signedAt = Date.parse(date.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, "$1-$2-$3T$4:$5:$6Z"));
  const seconds = Number(query.get("X-Amz-Expires"));
  const host = `${expected.host}:${expected.port}`;
  const checks: readonly (readonly [boolean, string])[] = [
    [parsed.pathname === "/" && query.get("Action") === "connect", "it is not for the action connect"],
    [token.startsWith(`${host}/`), `it is for ${token.split("/")[0]}`],
    [query.get("DBUser") === user, `it is for user ${query.get("DBUser")}`],
    [query.get("X-Amz-Algorithm") === "AWS4-HMAC-SHA256", "its algorithm is another"],
    [query.get("X-Amz-SignedHeaders") === "host", "it signs other headers"],
    [region === expected.region, `it is for region ${region}`],
    [service === "rds-db" && terminator === "aws4_request" && date.startsWith(day), "its scope is another"],
    [identity !== undefined, "its access key is unknown"],
    [(query.get("X-Amz-Security-Token") ?? undefined) === identity?.sessionToken, "its session is another"],
    [seconds > 0 && seconds <= longestSeconds, `it lasts ${seconds} seconds`],
    [signedAt <= now.getTime() + skewMs, "it is of the future"],
    [signedAt + seconds * 1000 >= now.getTime(), "it has expired"],
  ];
  const [, refusal] = checks.find(([holds]) => !holds) ?? [];
  if (refusal !== undefined || identity === undefined) {
    return refusal;
  }
  const found = Buffer.from(query.get("X-Amz-Signature") ?? "");
  const right = Buffer.from(signatureOf(query, host, identity.secretAccessKey));
  return found.length === right.length && timingSafeEqual(found, right) ? undefined : "its signature is wrong";
}

function signatureOf(query: URLSearchParams, host: string, secret: string): string {
  const [date = "", credential = ""] = [query.get("X-Amz-Date"), query.get("X-Amz-Credential")].map(
    (text) => text ?? "",
  );
  const scope = credential.split("/").slice(1);
  const canonicalQuery = [...query]
    .filter(([name]) => name !== "X-Amz-Signature")
    .map(([name, value]) => `${encoded(name)}=${encoded(value)}`)
    .sort()
    .join("&");
  const request = ["GET", "/", canonicalQuery, `host:${host}`, "", "host", sha256("")].join("\n");
  const text = ["AWS4-HMAC-SHA256", date, scope.join("/"), sha256(request)].join("\n");
  const key = scope.reduce<string | Buffer>((previous, part) => hmac(previous, part), `AWS4${secret}`);
  return hmac(key, text).toString("hex");
}

function hmac(key: string | Buffer, text: string): Buffer {
  return createHmac("sha256", key).update(text).digest();
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

/** All but the unreserved characters of RFC 3986, as the signature wants it. */
function encoded(text: string): string {
  return encodeURIComponent(text).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}
