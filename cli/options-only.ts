import type { Command } from "commander";
import { didYouMean } from "../controls/nearest";

/** Has a command refuse what is no option by its name, which commander's own message leaves out. */
export function optionsOnly(command: Command): Command {
  return command.allowExcessArguments().hook("preAction", (_, running) => {
    const [unexpected] = running.args;
    // A command within this one is asked too, and may take arguments.
    if (running === command && unexpected !== undefined) {
      const names = command.commands.map((inner) => inner.name());
      const taken =
        names.length === 0
          ? "options only"
          : `options, or the command ${names.join(" or ")}.${didYouMean(unexpected, names)}`;
      command.error(`error: unexpected argument '${unexpected}'; ${command.name()} takes ${taken}`);
    }
  });
}
