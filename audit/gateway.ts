import { OrganizationsClient } from "@aws-sdk/client-organizations";
import { partitionOf } from "../inventory/partition";
import { type CallOptions, Calls } from "./read/calls";
import { type Clients, configurationOf, createClients, destroyClients } from "./read/clients";
import { type Credentials, ownCredentials, type Role, roleCredentials } from "./read/credentials";
import { EnvironmentHttpHandler } from "./read/http";
import { type Caller, readCaller } from "./read/identity";

/** The clients of one account. */
export interface Connection {
  /** Those of a region; `close` them when they are done with. */
  clients(region: string): Clients;
  close(clients: Clients): void;
  /** What a client of another service is made with, in a region. */
  configuration(region: string): ClientConfiguration;
}

export type ClientConfiguration = ReturnType<typeof configurationOf>;

/** The way into AWS: the credentials that the audit starts with, and what they lead to. */
export interface Gateway {
  readonly caller: Caller;
  readonly partition: string;
  readonly own: Connection;
  /** Assumes a role. @throws what AWS says where it refuses */
  assume(role: Role): Promise<Connection>;
  /** Asks Organizations something. */
  organization<T>(ask: (client: OrganizationsClient, calls: Calls) => Promise<T>): Promise<T>;
}

export interface Start extends CallOptions {
  /** Where what belongs to no region is asked for. */
  readonly region: string;
  readonly profile?: string;
  /** Ends the calls that are under way. */
  readonly signal?: AbortSignal;
}

/** Looks who the credentials of the environment or of a profile belong to. */
export async function openGateway({ region, profile, signal, ...options }: Start): Promise<Gateway> {
  const credentials = ownCredentials(region, profile, signal);
  const own = connectionWith(credentials, options.concurrency, signal);
  const clients = own.clients(region);
  const calls = new Calls(options);
  try {
    const caller = await readCaller(clients.sts, calls);
    return {
      caller,
      partition: caller.partition ?? partitionOf(region),
      own,
      assume: async (role) => {
        const assumed = roleCredentials(credentials, region, role, signal);
        // Here rather than within the first call, whose denial it would seem to be.
        await assumed();
        return connectionWith(assumed, options.concurrency, signal);
      },
      organization: async (ask) => {
        const client = new OrganizationsClient(
          configurationOf(region, new EnvironmentHttpHandler(options.concurrency, { signal }), credentials),
        );
        try {
          return await ask(client, calls);
        } finally {
          client.destroy();
        }
      },
    };
  } finally {
    own.close(clients);
  }
}

function connectionWith(credentials: Credentials, concurrency: number, signal: AbortSignal | undefined): Connection {
  return {
    clients: (region) => createClients(region, concurrency, credentials, signal),
    close: destroyClients,
    configuration: (region) =>
      configurationOf(region, new EnvironmentHttpHandler(concurrency, { signal }), credentials),
  };
}

/** What an error says, with its name. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
}
