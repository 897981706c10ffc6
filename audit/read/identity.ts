import { GetCallerIdentityCommand, type STSClient } from "@aws-sdk/client-sts";
import type { Calls } from "./calls";

/**
 * The account of the credentials, or undefined where STS does not tell: a network without a way to it.
 * Nobody can be denied this call, and a report without the account is still one.
 * https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html
 */
export function readAccountId(sts: STSClient, calls: Calls): Promise<string | undefined> {
  return calls.optional("sts:GetCallerIdentity", async () => {
    const { Account } = await sts.send(new GetCallerIdentityCommand({}));
    return Account;
  });
}
