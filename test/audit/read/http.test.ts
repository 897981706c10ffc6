import assert from "node:assert/strict";
import { createServer, type Server } from "node:http";
import { type AddressInfo, connect, type Socket } from "node:net";
import { EnvironmentHttpHandler } from "../../../audit/read/http";

const variables = ["HTTP_PROXY", "http_proxy", "NO_PROXY", "no_proxy"] as const;

function portOf(server: Server): number {
  return (server.address() as AddressInfo).port;
}

function listen(server: Server): Promise<void> {
  return new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
}

describe("EnvironmentHttpHandler", () => {
  const original = variables.map((name) => [name, process.env[name]] as const);
  const tunnels: string[] = [];
  const sockets: Socket[] = [];
  const service = createServer((_, response) => response.end("ok"));
  const proxy = createServer().on("connect", (request, socket) => {
    tunnels.push(request.url ?? "");
    const upstream = connect(portOf(service), "127.0.0.1", () => {
      socket.write("HTTP/1.1 200 OK\r\n\r\n");
      upstream.pipe(socket).pipe(upstream);
    });
    sockets.push(upstream, socket as Socket);
  });

  before(() => Promise.all([listen(service), listen(proxy)]));

  beforeEach(() => {
    tunnels.length = 0;
    for (const name of variables) {
      delete process.env[name];
    }
  });

  after(() => {
    for (const [name, value] of original) {
      delete process.env[name];
      if (value !== undefined) {
        process.env[name] = value;
      }
    }
    for (const socket of sockets) {
      socket.destroy();
    }
    service.closeAllConnections();
    service.close();
    proxy.close();
  });

  async function ask(): Promise<number> {
    const handler = new EnvironmentHttpHandler(2, { caBundle: "" });
    const request = {
      protocol: "http:",
      hostname: "127.0.0.1",
      port: portOf(service),
      method: "GET",
      path: "/",
      headers: {},
      query: {},
    };
    try {
      const { response } = await handler.handle(request as unknown as Parameters<typeof handler.handle>[0]);
      return response.statusCode;
    } finally {
      handler.destroy();
    }
  }

  it("goes straight without a proxy", async () => {
    assert.equal(await ask(), 200);
    assert.deepEqual(tunnels, []);
  });

  it("goes through the proxy of the environment", async () => {
    process.env.HTTP_PROXY = `http://127.0.0.1:${portOf(proxy)}`;
    assert.equal(await ask(), 200);
    assert.deepEqual(tunnels, [`127.0.0.1:${portOf(service)}`]);
  });

  it("goes straight to what NO_PROXY names", async () => {
    process.env.HTTP_PROXY = `http://127.0.0.1:${portOf(proxy)}`;
    process.env.NO_PROXY = "localhost,127.0.0.1";
    assert.equal(await ask(), 200);
    assert.deepEqual(tunnels, []);
  });

  for (const [value, shown] of [
    ["ftp://proxy:21", "ftp://proxy:21"],
    ["socks5://user:secret@proxy", "socks5://...@proxy"],
  ] as const) {
    it(`refuses ${shown} as a proxy`, async () => {
      process.env.HTTP_PROXY = value;
      await assert.rejects(ask, {
        name: "CannotAudit",
        message:
          `HTTPS_PROXY or HTTP_PROXY is ${shown}, which is no proxy: ` +
          "it must be a URL that starts with http:// or https://.",
      });
    });
  }

  it("names a bundle of authorities that it cannot read", () => {
    assert.throws(() => new EnvironmentHttpHandler(2, { caBundle: "/nowhere/ca.pem" }), {
      name: "CannotAudit",
      message: "AWS_CA_BUNDLE is /nowhere/ca.pem, which cannot be read (ENOENT): name a file of PEM certificates.",
    });
  });
});
