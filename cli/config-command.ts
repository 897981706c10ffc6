import type { Command } from "commander";
import { exitCodeHelp, exitCodes } from "./exit-code";
import { readText } from "./files";
import { printable, problemLines } from "./problem-lines";
import type { Surroundings } from "./terminal";

const checkHelp = `
FILE is what \`pulumi preview --policy-pack-config\` takes, in version 1 or 2. Refused is what Pulumi or the policy pack
refuses, and what they would ignore: unknown controls, options and keys. A warning is what does nothing: a level or an
option of a control that is off by default and stays off. Problems go to stdout, one a line.
${exitCodeHelp({
  clean: "no errors; warnings do not fail",
  findings: "errors, each named with its line",
  usage: "wrong usage, or no such file",
})}`;

/** Adds `config check` and `config schema` to the program. */
export function addConfigCommand(program: Command, surroundings: Surroundings, exit: (code: number) => void): void {
  const config = program.command("config").description("check the configuration of the policy pack");
  const check = config
    .command("check")
    .description("check a configuration file against the catalogue")
    .argument("<file>", "JSON file for --policy-pack-config")
    .addHelpText("after", checkHelp)
    .action(async (file: string) => {
      const text = readText(check, file);
      const [{ checkConfiguration }, { hasErrors }, { controls }] = await Promise.all([
        import("../configuration/check"),
        import("../configuration/problem"),
        import("../controls"),
      ]);
      const { problems } = checkConfiguration(text, controls);
      surroundings.stdout.write(problems.length > 0 ? problemLines(file, problems) : `${printable(file)}: right\n`);
      exit(hasErrors(problems) ? exitCodes.findings : exitCodes.clean);
    });
  config
    .command("schema")
    .description("print the JSON schema of configuration files, for editors")
    .action(async () => {
      const [{ configurationSchema }, { controls }] = await Promise.all([
        import("../configuration/configuration-schema"),
        import("../controls"),
      ]);
      surroundings.stdout.write(`${JSON.stringify(configurationSchema(controls), undefined, 2)}\n`);
    });
}
