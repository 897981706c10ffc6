import { type RunRequest, RunResponse } from "@pulumi/pulumi/proto/language_pb";
import { runner } from "./modules";
import { runtimeOptions } from "./options";
import { type End, ended, startNode } from "./processes";

/** The runner's exit code for a program whose error the user has been shown already. */
const ALREADY_REPORTED = 32;

/** Runs a Pulumi program to its end. */
export async function runProgram(request: RunRequest, engineAddress: string): Promise<RunResponse> {
  const info = request.getInfo();
  const folder = info?.getProgramDirectory() || request.getPwd();
  const options = runtimeOptions(info);
  const args = [
    ...options.nodeArguments,
    runner("run", folder),
    ...flag("monitor", request.getMonitorAddress()),
    ...flag("engine", engineAddress),
    ...flag("organization", request.getOrganization()),
    ...flag("project", request.getProject()),
    ...flag("stack", request.getStack()),
    ...flag("pwd", request.getPwd()),
    ...flag("parallel", String(request.getParallel())),
    ...flag("root-directory", info?.getRootDirectory() ?? ""),
    ...(request.getDryrun() ? ["--dry-run"] : []),
    info?.getEntryPoint() || request.getProgram() || ".",
    ...request.getArgsList(),
  ];
  const child = startNode(args, {
    cwd: request.getPwd(),
    stdio: ["ignore", "inherit", "inherit"],
    env: {
      ...process.env,
      PULUMI_CONFIG: JSON.stringify(Object.fromEntries(request.getConfigMap().toArray())),
      PULUMI_CONFIG_SECRET_KEYS: JSON.stringify(request.getConfigsecretkeysList()),
      PULUMI_NODEJS_TYPESCRIPT: String(options.typescript),
    },
  });
  return response(await ended(child));
}

function flag(name: string, value: string): string[] {
  return value === "" ? [] : [`--${name}`, value];
}

function response({ code, signal }: End): RunResponse {
  const answer = new RunResponse();
  if (code === ALREADY_REPORTED) answer.setBail(true);
  else if (signal !== null) answer.setError(`The program was ended by ${signal}.`);
  else if (code !== 0) answer.setError(`The program ended with exit code ${code}.`);
  return answer;
}
