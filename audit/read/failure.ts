/** What became of a call that returned nothing. */
export type Outcome = "denied" | "throttled" | "unreachable" | "not-found" | "not-supported" | "failed";

export interface Failure {
  readonly outcome: Outcome | "credentials";
  /** What AWS or the network said. */
  readonly message: string;
}

/** As the end of a sentence: "rds:DescribeDBInstances was denied". */
export const outcomeWords: { readonly [O in Outcome]: string } = {
  denied: "was denied",
  throttled: "was throttled",
  unreachable: "could not be reached",
  "not-found": "found nothing",
  "not-supported": "is not supported",
  failed: "failed",
};

/** Error names and codes, by what they mean: services spell the same thing differently. */
const names: { readonly [O in Failure["outcome"]]?: readonly string[] } = {
  denied: ["AccessDenied", "AccessDeniedException", "AuthorizationError", "UnauthorizedOperation"],
  // https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/CommonErrors.html and its siblings
  credentials: [
    "AuthFailure",
    "CredentialsProviderError",
    "ExpiredToken",
    "ExpiredTokenException",
    "IncompleteSignature",
    "InvalidClientTokenId",
    "InvalidSignatureException",
    "MissingAuthenticationToken",
    "RequestExpired",
    "SignatureDoesNotMatch",
    "TokenProviderError",
    "UnrecognizedClientException",
  ],
  throttled: [
    "LimitExceededException",
    "RequestLimitExceeded",
    "Throttling",
    "ThrottlingException",
    "TooManyRequestsException",
  ],
  unreachable: [
    "CERT_HAS_EXPIRED",
    "DEPTH_ZERO_SELF_SIGNED_CERT",
    "EAI_AGAIN",
    "ECONNREFUSED",
    "ECONNRESET",
    "EHOSTUNREACH",
    "ENETUNREACH",
    "ENOTFOUND",
    "EPIPE",
    "ETIMEDOUT",
    "SELF_SIGNED_CERT_IN_CHAIN",
    "TimeoutError",
    "UNABLE_TO_GET_ISSUER_CERT_LOCALLY",
    "UNABLE_TO_VERIFY_LEAF_SIGNATURE",
  ],
  "not-supported": ["InvalidAction", "UnknownOperationException", "UnsupportedOperation"],
};

/** What an error of the SDK means for the audit; undefined for one that is not about the call: a mistake of ours. */
export function failureOf(error: unknown): Failure | undefined {
  if (!(error instanceof Error)) {
    return undefined;
  }
  const { name, code, status } = detailsOf(error);
  for (const [outcome, spellings] of Object.entries(names) as [Failure["outcome"], readonly string[]][]) {
    if (spellings.includes(name) || (code !== undefined && spellings.includes(code))) {
      return { outcome, message: messageOf(error) };
    }
  }
  if (/not.?found/i.test(name)) {
    return { outcome: "not-found", message: messageOf(error) };
  }
  if (status === undefined) {
    // hpagent's words for a proxy that refuses the tunnel.
    return /^(Bad response: \d+|Proxy timeout)$/.test(error.message)
      ? { outcome: "unreachable", message: `the proxy refused the connection (${error.message})` }
      : undefined;
  }
  // A body that is no answer of AWS makes the SDK speak of its parser.
  const message = error instanceof SyntaxError || /Deserialization error/.test(error.message);
  return { outcome: "failed", message: message ? `the answer was HTTP ${status}` : messageOf(error) };
}

function detailsOf(error: Error): { name: string; code?: string; status?: number } {
  const { code, Code, $metadata, $response } = error as Error & {
    code?: unknown;
    Code?: unknown;
    $metadata?: { httpStatusCode?: number };
    $response?: { statusCode?: number };
  };
  const spelled = [Code, code].find((candidate) => typeof candidate === "string");
  return {
    name: error.name,
    ...(typeof spelled === "string" ? { code: spelled } : {}),
    ...withStatus($metadata?.httpStatusCode ?? $response?.statusCode),
  };
}

function withStatus(status: number | undefined): { status?: number } {
  return status === undefined ? {} : { status };
}

function messageOf(error: Error): string {
  // Node tries every address of a host, and says what went wrong with each in `errors`.
  const first = error instanceof AggregateError ? error.errors[0] : undefined;
  const { message } = first instanceof Error ? first : error;
  return error.name === "Error" || error.name === "AggregateError" ? message : `${error.name}: ${message}`;
}
