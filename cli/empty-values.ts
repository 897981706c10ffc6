import type { Command } from "commander";

/**
 * Refuses options whose value is empty, of a command and all within it, as what an unset variable of a script leaves:
 * no file, profile or name is empty.
 */
export function refuseEmpty(command: Command): void {
  for (const option of command.options) {
    command.on(`option:${option.name()}`, (value: unknown) => {
      if (value === "") {
        command.error(`error: --${option.name()} is given without a value; give it one, or leave it out`);
      }
    });
  }
  command.commands.forEach(refuseEmpty);
}
