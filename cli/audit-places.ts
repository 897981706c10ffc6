import type { Command } from "commander";
import type { Unplaced } from "../audit/report/as-run";
import type { SourcePosition } from "../audit/report/report";
import type { DeployedResource } from "../exceptions/stack-resources";
import { CannotRead } from "../formats/cannot-report";
import type { Position } from "../formats/model";
import type { Folders } from "../report/source-positions";
import { readText } from "./files";

/** Where the programs are whose stacks are given. */
export interface PlaceOptions {
  readonly stackExport?: readonly string[];
  /** Folders of Pulumi.yaml; the working directory unless given. */
  readonly project?: readonly string[];
  readonly root?: string;
}

/** Gives a command the options that say so. */
export function withPlaces(command: Command): Command {
  return command
    .option(
      "--project <folder>",
      "folder of the Pulumi.yaml of a stack of --stack-export; may be repeated (default: the working directory)",
      (folder: string, folders: readonly string[] = []) => [...folders, folder],
    )
    .option("--root <folder>", "root of the repository, to which places are relative (default: the working directory)");
}

export interface Places {
  /** Where the resources of a stack's export are declared, by their URNs. */
  positionsOf(text: string, file: string, resources: readonly DeployedResource[]): ReadonlyMap<string, SourcePosition>;
  /** Refuses a project of which no export tells, where one tells of another. */
  refuseUnused(): void;
  /** Given with --project alone: nobody wants a place invented who did not ask for one. */
  readonly unplaced?: Unplaced;
}

/** Looks for the programs, before an audit of hours; a folder that is no project is wrong usage. */
export async function placesOf(command: Command, options: PlaceOptions): Promise<Places> {
  const { project } = options;
  const programs = await orRefused(command, () => programsOf(command, options));
  const strays = new Set<string>();
  const used = new Set<Program>();
  const [first] = programs;
  const unplaced: Unplaced | undefined =
    project === undefined || first === undefined
      ? undefined
      : (stack) => (programs.find(({ name }) => name === projectOf(stack)) ?? first).file;
  return {
    positionsOf: (text, file, resources) => {
      const names = new Set(resources.map(({ stack }) => projectOf(stack)));
      const program = programs.find(({ name }) => names.has(name));
      if (program === undefined) {
        for (const name of names) {
          strays.add(name);
        }
        return new Map();
      }
      used.add(program);
      try {
        return program.read(text, file);
      } catch (error) {
        // Whoever names no folder is not told that it is the wrong one.
        if (error instanceof CannotRead && project !== undefined) {
          command.error(`error: ${error.message}`);
        }
        if (error instanceof CannotRead) {
          return new Map();
        }
        throw error;
      }
    },
    refuseUnused: () => {
      const unused = programs.find((program) => !used.has(program));
      // A stack that was never deployed tells of no project.
      if (project !== undefined && unused !== undefined && strays.size > 0) {
        const others = [...strays].join(", ");
        command.error(
          `error: --project is ${unused.folders.project}, of project ${unused.name}, and --stack-export has resources of ${others}; give the folder of the project whose stack it is`,
        );
      }
    },
    ...(unplaced === undefined ? {} : { unplaced }),
  };
}

interface Program {
  /** As its Pulumi.yaml calls it, and its stacks' URNs. */
  readonly name: string;
  readonly folders: Folders;
  readonly file: Position;
  read(text: string, source: string): ReadonlyMap<string, SourcePosition>;
}

async function programsOf(command: Command, { stackExport, project, root }: PlaceOptions): Promise<readonly Program[]> {
  if (stackExport === undefined && project === undefined && root === undefined) {
    return [];
  }
  const [{ foldersOf, projectFileIn, projectPosition, readPositions }, { readYaml }] = await Promise.all([
    import("../report/source-positions"),
    import("../configuration/source"),
  ]);
  const read = (folder: string): Program => {
    const folders = foldersOf(root ?? ".", folder);
    const file = projectPosition(folders);
    const path = `${folders.project}/${projectFileIn(folders.project)}`;
    const { value } = readYaml(readText(command, path, "--project"));
    const { name } = (typeof value === "object" && value !== null ? value : {}) as { name?: unknown };
    if (typeof name !== "string") {
      throw new CannotRead(`--project is ${folders.project}, whose Pulumi.yaml names no project; give it its name`);
    }
    return {
      name,
      folders,
      file,
      read: (text, source) =>
        new Map(
          [...readPositions(text, source, folders)].map(([urn, { of, ...position }]): [string, SourcePosition] => [
            urn,
            position,
          ]),
        ),
    };
  };
  if (project !== undefined) {
    return project.map(read);
  }
  try {
    return [read(".")];
  } catch (error) {
    if (error instanceof CannotRead && root === undefined) {
      return [];
    }
    throw error;
  }
}

async function orRefused<T>(command: Command, step: () => Promise<T>): Promise<T> {
  try {
    return await step();
  } catch (error) {
    if (error instanceof CannotRead) {
      command.error(`error: ${error.message}`);
    }
    throw error;
  }
}

/** Of "project/stack". */
function projectOf(stack = ""): string {
  return stack.slice(0, stack.indexOf("/"));
}
