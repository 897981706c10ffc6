import assert from "node:assert/strict";
import { OrganizationsClient } from "@aws-sdk/client-organizations";
import type { Connection, Gateway } from "../../audit/gateway";
import { Calls } from "../../audit/read/calls";
import { type Answers, type Sending, stub, stubClients } from "./read/stub-clients";
import { account } from "./secure-account";

export interface StubGateway extends Gateway {
  /** What was sent: "111122223333 eu-west-1 DescribeDBInstances". */
  readonly sent: readonly string[];
  /** Connections that were opened and not closed. */
  open(): number;
}

export interface Elsewhere {
  /** What Organizations answers. */
  readonly organization?: Answers;
  /** Why a role cannot be assumed, by its account. */
  readonly refused?: Readonly<Record<string, Error>>;
  readonly answered?: Sending["answered"];
}

/** A way into accounts that answer from tables. */
export function stubGateway(
  answers: (account: string, region: string) => Answers,
  { organization = {}, refused = {}, answered }: Elsewhere = {},
): StubGateway {
  const sent: string[] = [];
  let open = 0;
  const connection = (id: string): Connection => ({
    clients: (region) => {
      open += 1;
      const own = answers(id, region);
      const { clients } = stubClients(
        { ...own, GetCallerIdentity: { Account: id } },
        {
          onSend: (name) => sent.push(`${id} ${region} ${name}`),
          ...(answered === undefined ? {} : { answered }),
        },
      );
      return clients;
    },
    close: () => {
      open -= 1;
    },
    configuration: () => assert.fail("only an import into Security Hub asks for it"),
  });
  return {
    sent,
    open: () => open,
    caller: { account, partition: "aws" },
    partition: "aws",
    own: connection(account),
    assume: async ({ arn, externalId }) => {
      const id = arn.split(":")[4] ?? "";
      sent.push(`assume ${arn}${externalId === undefined ? "" : ` ${externalId}`}`);
      await answered?.();
      const error = refused[id];
      if (error !== undefined) {
        throw error;
      }
      return connection(id);
    },
    organization: (ask) => ask(stub(OrganizationsClient.prototype, organization), new Calls({ concurrency: 10 })),
  };
}
