/** `npm run sandbox -- <command ...>`: runs a command with Pulumi and an emulated AWS account in place. */
import { exitCode, runCommand } from "./command";
import { doctor } from "./doctor";
import { Problem } from "./problem";
import { startSandbox } from "./start";
import { which } from "./toolchain/prerequisites";

const USAGE = `Usage:
  npm run sandbox -- <command ...>   run a command with Pulumi, the AWS provider and an emulated AWS account in place
  npm run sandbox                    open a shell there
  npm run sandbox -- --languages ... the same with what programs in YAML, Python and Go need
  npm run sandbox -- doctor          show what is found on this machine and what would be built
Everything is taken down when the command or the shell ends. Nothing needs or reaches a real account.
`;

const say = (message: string): void => void process.stderr.write(`sandbox: ${message}\n`);

async function main(args: readonly string[]): Promise<number> {
  const languages = args[0] === "--languages";
  const [first, ...rest] = languages ? args.slice(1) : args;
  if (first === "--help" || first === "-h") {
    process.stdout.write(USAGE);
    return 0;
  }
  if (first?.startsWith("-"))
    throw new Problem(`"${first}" is neither a command nor an option of the sandbox.\n${USAGE}`);
  if (first === "doctor") {
    if (rest.length > 0) throw new Problem(`doctor takes no arguments, found: ${rest.join(" ")}`);
    return doctor(process.env);
  }
  if (first === undefined && !process.stdin.isTTY) {
    throw new Problem(`A shell needs a terminal; give a command instead.\n${USAGE}`);
  }
  // Told before the start, which may build for minutes; the CLI itself comes with the sandbox.
  if (
    first !== undefined &&
    !first.startsWith("pulumi") &&
    !/[\\/]/.test(first) &&
    which(first, process.env) === undefined
  ) {
    throw new Problem(`There is no command "${first}" in the sandbox.`);
  }
  const sandbox = await startSandbox(process.env, say, languages);
  try {
    if (first === undefined) return await openShell(sandbox.environment);
    return exitCode(await runCommand(first, rest, sandbox.environment));
  } finally {
    await sandbox.stop();
  }
}

async function openShell(environment: NodeJS.ProcessEnv): Promise<number> {
  const shell = process.env.SHELL || "bash";
  say(
    `a shell with an emulated AWS account (${environment.AWS_REGION}) and the stack "dev" in every example; leave it with exit`,
  );
  return exitCode(await runCommand(shell, [], environment));
}

main(process.argv.slice(2)).then(
  (code) => process.exit(code),
  (error: unknown) => {
    if (error instanceof Problem) say(error.message);
    else console.error(error);
    process.exit(1);
  },
);
