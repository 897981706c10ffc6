import type { Command } from "commander";

/** Refuses options that are given twice where one value counts, of a command and all within it; the last would win. */
export function refuseRepeated(command: Command): void {
  for (const option of command.options) {
    let times = 0;
    command.on(`option:${option.name()}`, (value: unknown) => {
      times += 1;
      // An option that may be repeated collects its values in a list.
      if (times > 1 && !Array.isArray(command.getOptionValue(option.attributeName()))) {
        command.error(
          option.isBoolean()
            ? `error: ${option.long} is given twice; once is enough`
            : `error: ${option.long} is given twice, the second time as '${value}'; it takes one value, once`,
        );
      }
    });
  }
  command.commands.forEach(refuseRepeated);
}
