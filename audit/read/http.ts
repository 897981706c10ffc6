import { readFileSync } from "node:fs";
import { Agent as HttpAgent } from "node:http";
import { Agent as HttpsAgent } from "node:https";
import { NodeHttpHandler } from "@smithy/node-http-handler";
import { HttpProxyAgent, HttpsProxyAgent } from "hpagent";
import { getProxyForUrl } from "proxy-from-env";
import { CannotAudit } from "./cannot-audit";

type Request = Parameters<NodeHttpHandler["handle"]>[0];
type Options = Parameters<NodeHttpHandler["handle"]>[1];

interface HandlerOptions {
  readonly caBundle?: string;
  readonly requestTimeout?: number;
  readonly signal?: AbortSignal | undefined;
}

/** Milliseconds. */
const timeouts = { connectionTimeout: 5_000, requestTimeout: 30_000, throwOnRequestTimeout: true };

/**
 * Sends the SDK's requests as the environment says: through the proxy of HTTPS_PROXY (or HTTP_PROXY) unless NO_PROXY
 * names the host, trusting the authorities of the file AWS_CA_BUNDLE. The SDK itself knows none of these;
 * NODE_EXTRA_CA_CERTS is Node's own.
 * https://docs.aws.amazon.com/sdk-for-javascript/v3/developer-guide/node-configuring-proxies.html
 */
export class EnvironmentHttpHandler extends NodeHttpHandler {
  private readonly proxied = new Map<string, NodeHttpHandler>();
  private readonly agent: object;
  private readonly timeouts: typeof timeouts;
  private readonly signal: AbortSignal | undefined;

  /**
   * @param maxSockets connections to one host at once
   * @param requestTimeout milliseconds in which a request is answered; 30,000 by default
   * @param signal ends every request that is under way, and those that would follow
   * @throws CannotAudit when AWS_CA_BUNDLE names a file that cannot be read
   */
  constructor(
    maxSockets: number,
    { caBundle = process.env.AWS_CA_BUNDLE, requestTimeout = timeouts.requestTimeout, signal }: HandlerOptions = {},
  ) {
    const own = { ...timeouts, requestTimeout };
    const agent = { keepAlive: true, maxSockets, ...(caBundle ? { ca: readBundle(caBundle) } : {}) };
    super({ ...own, httpAgent: new HttpAgent(agent), httpsAgent: new HttpsAgent(agent) });
    this.agent = agent;
    this.timeouts = own;
    this.signal = signal;
  }

  override handle(request: Request, given?: Options): ReturnType<NodeHttpHandler["handle"]> {
    const options = given?.abortSignal || this.signal === undefined ? given : { ...given, abortSignal: this.signal };
    const port = request.port === undefined ? "" : `:${request.port}`;
    const proxy = getProxyForUrl(`${request.protocol}//${request.hostname}${port}`);
    return proxy === "" ? super.handle(request, options) : this.handlerOf(proxy).handle(request, options);
  }

  override destroy(): void {
    super.destroy();
    for (const handler of this.proxied.values()) {
      handler.destroy();
    }
  }

  private handlerOf(proxy: string): NodeHttpHandler {
    const known = this.proxied.get(proxy);
    if (known !== undefined) {
      return known;
    }
    const options = { ...this.agent, proxy: urlOf(proxy) };
    const handler = new NodeHttpHandler({
      ...this.timeouts,
      httpAgent: new HttpProxyAgent(options),
      httpsAgent: new HttpsProxyAgent(options),
    });
    this.proxied.set(proxy, handler);
    return handler;
  }
}

function readBundle(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new CannotAudit(`AWS_CA_BUNDLE is ${file}, which cannot be read (${code}): name a file of PEM certificates.`);
  }
}

function urlOf(proxy: string): URL {
  if (!URL.canParse(proxy) || !/^https?:$/.test(new URL(proxy).protocol)) {
    const shown = proxy.replace(/\/\/.*@/, "//...@");
    throw new CannotAudit(
      `HTTPS_PROXY or HTTP_PROXY is ${shown}, which is no proxy: ` +
        "it must be a URL that starts with http:// or https://.",
    );
  }
  return new URL(proxy);
}
