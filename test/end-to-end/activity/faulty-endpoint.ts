import { createServer, type IncomingHttpHeaders, request } from "node:http";
import type { AddressInfo } from "node:net";

/** What a call is answered instead of going to the account; undefined: it goes there. */
export type Fault = (call: Call) => Answer | undefined | Promise<Answer | undefined>;

export interface Call {
  /** "PutRecordBatch" of "Firehose_20150804.PutRecordBatch"; "" for a service that names none in a header. */
  readonly action: string;
  /** "/2015-03-31/functions/consumer/invocations" */
  readonly path: string;
  readonly body: Buffer;
  /** Sends it to the account after all, with another body where one is given. */
  forward(body?: Buffer): Promise<Answer>;
}

export interface Answer {
  readonly status: number;
  readonly body: Buffer | string;
  readonly headers?: IncomingHttpHeaders;
}

/** The emulated account behind a server that can fail in its place. */
export async function faultyEndpoint(account: string) {
  let fault: Fault = () => undefined;
  const server = createServer((incoming, outgoing) => {
    const parts: Buffer[] = [];
    incoming.on("data", (part: Buffer) => parts.push(part));
    incoming.on("end", async () => {
      const body = Buffer.concat(parts);
      const forward = (sent: Buffer = body): Promise<Answer> =>
        new Promise((resolve, reject) => {
          const headers = { ...incoming.headers, "content-length": String(sent.length) };
          const { hostname, port } = new URL(account);
          const onward = request({ hostname, port, path: incoming.url, method: incoming.method, headers }, (answer) => {
            const got: Buffer[] = [];
            answer.on("data", (part: Buffer) => got.push(part));
            answer.on("end", () =>
              resolve({ status: answer.statusCode ?? 502, body: Buffer.concat(got), headers: answer.headers }),
            );
          });
          onward.on("error", reject);
          onward.end(sent);
        });
      const action =
        String(incoming.headers["x-amz-target"] ?? "")
          .split(".")
          .at(-1) ?? "";
      try {
        const {
          status,
          body: answered,
          headers = {},
        } = (await fault({ action, path: incoming.url ?? "", body, forward })) ?? (await forward());
        const { "transfer-encoding": _, "content-length": __, connection: ___, ...kept } = headers;
        outgoing.writeHead(status, kept).end(answered);
      } catch {
        outgoing.destroy();
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    set: (next: Fault) => {
      fault = next;
    },
    close: () => server.close(),
  };
}

const refusal = (type: string, status: number): Answer => ({
  status,
  body: JSON.stringify({ __type: type, message: "the test wants it so" }),
  headers: { "content-type": "application/x-amz-json-1.1" },
});

export const denied = refusal("AccessDeniedException", 400);

export const slowDown = refusal("ServiceUnavailableException", 503);
