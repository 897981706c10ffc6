import type { Command } from "commander";
import { readText } from "./files";

/** Where Pulumi wrote down the resources of stacks. */
export interface Sources {
  readonly stackExport?: readonly string[];
  readonly preview?: readonly string[];
}

/** Gives a command the options that name them. */
export function withSources(command: Command): Command {
  const collect = (file: string, files: readonly string[] = []) => [...files, file];
  return command
    .argument("<file>", "YAML file of exceptions")
    .option("--stack-export <file>", "output of `pulumi stack export`; may be repeated", collect)
    .option(
      "--preview <file>",
      "output of `pulumi preview --json`, for what was never deployed; may be repeated",
      collect,
    );
}

/** The URNs of all the stacks given; undefined where none is. */
export async function urnsOf(
  command: Command,
  { stackExport = [], preview = [] }: Sources,
): Promise<readonly string[] | undefined> {
  if (stackExport.length + preview.length === 0) {
    return undefined;
  }
  const { NoUrns, urnsOfPreview, urnsOfStackExport } = await import("../exceptions/urns");
  const read = (file: string, urnsIn: (text: string) => readonly string[]) => {
    const text = readText(command, file);
    try {
      return urnsIn(text);
    } catch (error) {
      if (error instanceof NoUrns) {
        command.error(`error: cannot read ${file}: ${error.message}`);
      }
      throw error;
    }
  };
  const lists = [
    ...stackExport.map((file) => read(file, urnsOfStackExport)),
    ...preview.map((file) => read(file, urnsOfPreview)),
  ];
  return [...new Set(lists.flat())];
}
