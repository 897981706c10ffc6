import { GetCallerIdentityCommand, type STSClient } from "@aws-sdk/client-sts";
import type { Calls } from "./calls";

/** Whose credentials they are. */
export interface Caller {
  readonly account?: string;
  /** "aws", "aws-cn", "aws-us-gov" ... */
  readonly partition?: string;
}

/**
 * The account of the credentials; nothing where STS does not tell: a network without a way to it.
 * Nobody can be denied this call, and a report without the account is still one.
 * https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html
 */
export async function readCaller(sts: STSClient, calls: Calls): Promise<Caller> {
  const answer = await calls.optional("sts:GetCallerIdentity", () => sts.send(new GetCallerIdentityCommand({})));
  const partition = answer?.Arn?.split(":")[1];
  return {
    ...(answer?.Account === undefined ? {} : { account: answer.Account }),
    ...(partition === undefined ? {} : { partition }),
  };
}
