import { GetCallerIdentityCommand, type STSClient } from "@aws-sdk/client-sts";
import { readValue } from "../../inventory/from-account/description";
import type { Calls } from "./calls";

/** Whose credentials they are. */
export interface Caller {
  readonly account?: string;
  /** "aws", "aws-cn", "aws-us-gov" ... */
  readonly partition?: string;
}

/**
 * The account of the credentials; nothing where STS does not tell, which is among what could not be read then.
 * https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html
 * @throws CannotAudit without credentials that AWS accepts
 */
export async function readCaller(sts: STSClient, calls: Calls): Promise<Caller> {
  const answer = await calls.fact("sts:GetCallerIdentity", undefined, () => sts.send(new GetCallerIdentityCommand({})));
  const { Account: account, Arn } = readValue(answer) ?? {};
  const partition = Arn?.split(":")[1];
  return {
    ...(account === undefined ? {} : { account }),
    ...(partition === undefined ? {} : { partition }),
  };
}

/** The account in the ARN of something that is always its own: an instance, a cluster or a table. */
export function accountIn(arns: readonly (string | undefined)[]): string | undefined {
  return arns.find((arn) => arn !== undefined)?.split(":")[4];
}
