/**
 * A stand-in for Pulumi's Node.js language host, for machines where the official one can't be had. The engine starts
 * it as `pulumi-language-nodejs`, reads the port from its first line of output and asks it to run programs, policy
 * packs and component providers.
 */
import { Server, ServerCredentials } from "@grpc/grpc-js";
import { LanguageRuntimeService } from "@pulumi/pulumi/proto/language_grpc_pb";
import { endWithParent } from "./parent";
import { endAll } from "./processes";
import { service } from "./service";

async function main(): Promise<void> {
  endWithParent(endAll);
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.on(signal, () => endAll(signal));
  }
  const server = new Server({ "grpc.max_receive_message_length": -1, "grpc.max_send_message_length": -1 });
  server.addService(LanguageRuntimeService, service);
  const port = await new Promise<number>((resolve, reject) => {
    server.bindAsync("127.0.0.1:0", ServerCredentials.createInsecure(), (error, bound) =>
      error ? reject(error) : resolve(bound),
    );
  });
  process.stdout.write(`${port}\n`);
}

main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
