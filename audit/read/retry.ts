import { AdaptiveRetryStrategy } from "@smithy/core/retry";

type Token = Parameters<AdaptiveRetryStrategy["refreshRetryTokenForRetry"]>[0];
type ErrorInfo = Parameters<AdaptiveRetryStrategy["refreshRetryTokenForRetry"]>[1];

/** A host that did not answer so many times in a row will not answer the next time either. */
const attemptsWithoutAnswer = 2;

/**
 * The SDK's adaptive retries, which slow down where AWS throttles, without the patience for hosts that never answer:
 * each attempt there takes as long as the time limit of a request.
 */
export class AuditRetryStrategy extends AdaptiveRetryStrategy {
  override async refreshRetryTokenForRetry(
    token: Token,
    info: ErrorInfo,
  ): ReturnType<AdaptiveRetryStrategy["refreshRetryTokenForRetry"]> {
    const { error } = info;
    const silent = error instanceof Error && error.name === "TimeoutError";
    if (silent && token.getRetryCount() + 1 >= attemptsWithoutAnswer) {
      throw error;
    }
    return super.refreshRetryTokenForRetry(token, info);
  }
}

/** How often and in which way a client repeats a call; the user's environment goes first. */
export function retries(attempts?: number) {
  const { AWS_RETRY_MODE: retryMode, AWS_MAX_ATTEMPTS } = process.env;
  const maxAttempts = attempts ?? (Number(AWS_MAX_ATTEMPTS) || 8);
  return {
    maxAttempts,
    ...(retryMode === undefined ? { retryStrategy: new AuditRetryStrategy(maxAttempts) } : { retryMode }),
  };
}
