import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";
import { notFound, type PackDescription, Packs, Refusal } from "./packs";

export const organization = "acme";
/** Pulumi Cloud has the CLI send headers with the upload, which its storage asks for. */
const uploadHeaders = { "x-upload-signature": "signed" };

/** A running stand-in of the part of Pulumi Cloud that `pulumi policy publish` and `validate-config` use. */
export interface PulumiCloud {
  readonly url: string;
  readonly packs: Packs;
  stop(): Promise<void>;
}

/** Starts a stand-in on the loopback interface, on a free port. It forgets everything when it stops. */
export async function startPulumiCloud(): Promise<PulumiCloud> {
  const packs = new Packs();
  const server = createServer((request, response) => {
    answer(request, packs).then(
      (body) => send(response, 200, body),
      (error: unknown) =>
        error instanceof Refusal
          ? send(response, error.status, { code: error.status, message: error.message })
          : send(response, 500, { code: 500, message: String(error) }),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, packs, stop: () => stop(server) };
}

interface Call {
  readonly request: IncomingMessage;
  readonly packs: Packs;
  readonly body: Buffer;
  /** What the parentheses of the path matched. */
  readonly parts: readonly string[];
}

type Route = readonly [method: string, path: RegExp, answer: (call: Call) => object];

const inOrganization = `^/api/orgs/${organization}/policypacks`;

/** The paths are those of pkg/backend/httpstate/client of the CLI. */
const routes: readonly Route[] = [
  [
    "GET",
    /^\/api\/user$/,
    () => ({
      githubLogin: "ada",
      name: "Ada",
      organizations: [{ githubLogin: organization, name: organization }],
      tokenInfo: { name: "test" },
    }),
  ],
  ["GET", /^\/api\/user\/organizations\/default$/, () => ({ GitHubLogin: organization })],
  ["GET", /^\/api\/capabilities$/, () => ({ capabilities: [] })],
  [
    "POST",
    new RegExp(`${inOrganization}$`),
    ({ request, packs, body }) => {
      const description = JSON.parse(body.toString()) as PackDescription;
      const { version } = packs.announce(description);
      const uploadURI = `http://${request.headers.host}/upload/${description.name}/${description.versionTag}`;
      return { version, uploadURI, requiredHeaders: uploadHeaders };
    },
  ],
  [
    "PUT",
    /^\/upload\/([^/]+)\/([^/]+)$/,
    ({ request, packs, body, parts: [name = "", tag = ""] }) => {
      if (Object.entries(uploadHeaders).some(([header, value]) => request.headers[header] !== value)) {
        throw new Refusal(403, "Forbidden");
      }
      packs.upload(name, tag, body);
      return {};
    },
  ],
  [
    "POST",
    new RegExp(`${inOrganization}/([^/]+)/versions/([^/]+)/complete$`),
    ({ packs, parts: [name = "", tag = ""] }) => {
      packs.complete(name, tag);
      return {};
    },
  ],
  [
    "GET",
    new RegExp(`${inOrganization}/([^/]+)/versions/([^/]+)$`),
    ({ packs, parts: [name = "", tag = ""] }) => {
      const { version, description } = packs.published(name, tag);
      return { ...description, version };
    },
  ],
  [
    "GET",
    new RegExp(`${inOrganization}/([^/]+)/versions/([^/]+)/schema$`),
    ({ packs, parts: [name = "", tag = ""] }) => {
      const { policies } = packs.published(name, tag).description;
      return { configSchema: Object.fromEntries(policies.map((policy) => [policy.name, policy.configSchema])) };
    },
  ],
];

async function answer(request: IncomingMessage, packs: Packs): Promise<object> {
  const body = await buffer(request);
  const { pathname } = new URL(request.url ?? "", "http://localhost");
  for (const [method, path, reply] of routes) {
    const found = request.method === method ? path.exec(pathname) : null;
    if (found !== null) {
      return reply({ request, packs, body, parts: found.slice(1) });
    }
  }
  throw notFound();
}

function send(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { "content-type": "application/json" });
  response.end(JSON.stringify(body));
}

function stop(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    // The CLI leaves connections open for its next call.
    server.closeAllConnections();
  });
}
