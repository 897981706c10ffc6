import type { ServerWritableStream } from "@grpc/grpc-js";
import { type RunPluginRequest, RunPluginResponse } from "@pulumi/pulumi/proto/language_pb";
import { runner } from "./modules";
import { runtimeOptions } from "./options";
import { end, ended, startNode } from "./processes";

/** Runs a policy pack or a component provider until it ends by itself or the engine cancels the call. */
export async function runPlugin(call: ServerWritableStream<RunPluginRequest, RunPluginResponse>): Promise<void> {
  const request = call.request;
  const folder = request.getInfo()?.getProgramDirectory() || request.getPwd();
  const options = runtimeOptions(request.getInfo());
  const child = startNode([...options.nodeArguments, ...pluginArguments(request, folder)], {
    cwd: folder,
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...environment(request.getEnvList()), PULUMI_NODEJS_TYPESCRIPT: String(options.typescript) },
  });
  call.on("cancelled", () => end(child));
  child.stdout?.on("data", (data: Buffer) => send(call, (response) => response.setStdout(data)));
  child.stderr?.on("data", (data: Buffer) => send(call, (response) => response.setStderr(data)));
  const { code, signal } = await ended(child);
  if (!call.cancelled) {
    // The engine must learn of a plugin that was killed or ended early: it waits for the plugin's answers otherwise.
    if (signal !== null)
      send(call, (response) => response.setStderr(Buffer.from(`The process of ${folder} was ended by ${signal}.\n`)));
    send(call, (response) => response.setExitcode(code ?? 1));
  }
  call.end();
}

function pluginArguments(request: RunPluginRequest, folder: string): string[] {
  switch (request.getKind()) {
    case "analyzer":
      return [runner("run-policy-pack", folder), ...request.getArgsList(), folder];
    case "resource":
      return [runner("run-plugin", folder), folder, ...request.getArgsList()];
    default:
      throw new Error(
        `This language host runs policy packs and providers, not plugins of the kind ${request.getKind()}.`,
      );
  }
}

function environment(entries: readonly string[]): NodeJS.ProcessEnv {
  return Object.fromEntries(
    entries.map((entry) => {
      const split = entry.indexOf("=");
      return [entry.slice(0, split), entry.slice(split + 1)];
    }),
  );
}

function send(
  call: ServerWritableStream<RunPluginRequest, RunPluginResponse>,
  fill: (response: RunPluginResponse) => void,
): void {
  const response = new RunPluginResponse();
  fill(response);
  call.write(response);
}
