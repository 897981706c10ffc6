import type { Command } from "commander";

/** Has a command refuse what is no option by its name, which commander's own message leaves out. */
export function optionsOnly(command: Command): Command {
  return command.allowExcessArguments().hook("preAction", (_, running) => {
    const [unexpected] = running.args;
    // A command within this one is asked too, and may take arguments.
    if (running === command && unexpected !== undefined) {
      command.error(`error: unexpected argument '${unexpected}'; ${command.name()} takes options only`);
    }
  });
}
