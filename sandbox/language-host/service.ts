import { status } from "@grpc/grpc-js";
import type { ILanguageRuntimeServer } from "@pulumi/pulumi/proto/language_grpc_pb";
import {
  AboutResponse,
  GetProgramDependenciesResponse,
  GetRequiredPackagesResponse,
  GetRequiredPluginsResponse,
  LanguageHandshakeResponse,
  RuntimeOptionsResponse,
} from "@pulumi/pulumi/proto/language_pb";
import { PluginInfo } from "@pulumi/pulumi/proto/plugin_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { endPrograms } from "./processes";
import { runPlugin } from "./run-plugin";
import { runProgram } from "./run-program";

/** The engine's address: its first argument to this process, and told again in the handshake. */
let engineAddress = process.argv.slice(2).findLast((argument) => !argument.startsWith("-")) ?? "";

/** The calls that the engine makes for programs, policy packs and providers; code generation is not among them. */
export const service = {
  handshake(call, done) {
    engineAddress = call.request.getEngineAddress() || engineAddress;
    done(null, new LanguageHandshakeResponse());
  },
  getPluginInfo(_call, done) {
    const info = new PluginInfo();
    info.setVersion("0.0.0");
    done(null, info);
  },
  // The sandbox has every plugin in place, so nothing is asked for ahead of the run.
  getRequiredPackages: (_call, done) => done(null, new GetRequiredPackagesResponse()),
  getRequiredPlugins: (_call, done) => done(null, new GetRequiredPluginsResponse()),
  getProgramDependencies: (_call, done) => done(null, new GetProgramDependenciesResponse()),
  runtimeOptionsPrompts: (_call, done) => done(null, new RuntimeOptionsResponse()),
  about(_call, done) {
    const about = new AboutResponse();
    about.setExecutable(process.execPath);
    about.setVersion(process.version);
    done(null, about);
  },
  // The checkout's own node_modules serve all programs. An npm install under the account's proxy would hang.
  installDependencies: (call) => call.end(),
  cancel(_call, done) {
    endPrograms();
    done(null, new Empty());
  },
  run(call, done) {
    runProgram(call.request, engineAddress).then(
      (response) => done(null, response),
      (error: Error) => done({ code: status.INTERNAL, message: error.message }),
    );
  },
  runPlugin(call) {
    runPlugin(call).catch((error: Error) =>
      call.destroy(Object.assign(error, { code: status.INTERNAL, details: error.message })),
    );
  },
} satisfies Partial<ILanguageRuntimeServer>;
