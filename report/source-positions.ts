import { existsSync } from "node:fs";
import { isAbsolute, join, relative, resolve, sep } from "node:path";
import { CannotRead } from "../formats/cannot-report";
import type { Position } from "../formats/model";

/** Absolute paths. */
export interface Folders {
  /** Of the repository: positions are relative to it. */
  readonly root: string;
  /** Of the Pulumi project: Pulumi writes positions relative to it. */
  readonly project: string;
}

/**
 * Reads where each resource is declared, by URN, from the answer of `pulumi preview --json` or `pulumi stack export`:
 * the events themselves do not tell. A resource that a library declares is where the program calls the library.
 * @param source how messages name the text
 * @throws CannotRead where it is neither, or no file that it names exists
 */
export function readPositions(text: string, source: string, folders: Folders): ReadonlyMap<string, Position> {
  const resources = resourcesOf(text, source);
  const positions = new Map<string, Position>();
  let missing: string | undefined;
  for (const { urn, sourcePosition, stackTrace } of resources) {
    const frames = [sourcePosition, ...(stackTrace ?? []).map((frame) => frame.sourcePosition)];
    const position = frames
      .map((frame) => positionOf(frame, folders))
      .find((found): found is Position => found !== undefined);
    if (position === undefined) {
      continue;
    }
    if (existsSync(join(folders.root, position.file))) {
      positions.set(urn, position);
    } else {
      missing ??= position.file;
    }
  }
  if (positions.size === 0 && missing !== undefined) {
    throw new CannotRead(
      `${source} names the file ${missing}, which is not in ${folders.root}; give --project the folder of Pulumi.yaml, and --root that of the repository`,
    );
  }
  return positions;
}

interface Declared {
  readonly urn: string;
  readonly sourcePosition?: string;
  readonly stackTrace?: readonly { readonly sourcePosition?: string }[];
}

interface Step {
  readonly newState?: Declared;
  readonly oldState?: Declared;
}

function resourcesOf(text: string, source: string): readonly Declared[] {
  // With PULUMI_DEBUG_COMMANDS and the like, a line of text may stand before the object.
  const start = text.search(/^\{/m);
  let answer: { readonly steps?: readonly Step[]; readonly deployment?: { readonly resources?: readonly Declared[] } };
  try {
    answer = JSON.parse(text.slice(Math.max(start, 0)));
  } catch {
    answer = {};
  }
  if (Array.isArray(answer.steps)) {
    return answer.steps.flatMap(({ newState, oldState }) => newState ?? oldState ?? []);
  }
  if (answer.deployment !== undefined) {
    return answer.deployment.resources ?? [];
  }
  throw new CannotRead(`${source} is neither the answer of pulumi preview --json nor that of pulumi stack export`);
}

/** Folders of installed packages, of Node and of Python: nobody reviews what is in them. */
const packageFolders = ["node_modules", "site-packages"];

/**
 * Pulumi writes "project:///index.ts#46,15", also with ".." in it, and with ",column" only where it is known:
 * https://github.com/pulumi/pulumi/blob/v3.274.1/pkg/resource/deploy/source_eval.go
 */
function positionOf(text: string | undefined, { root, project }: Folders): Position | undefined {
  const [, path, line, column] = /^project:\/\/\/(.+)#(\d+)(?:,(\d+))?$/.exec(text ?? "") ?? [];
  if (path === undefined || Number(line) < 1) {
    return undefined;
  }
  const file = fileIn(root, resolve(project, decodeURIComponent(path)));
  if (file === undefined || file.split("/").some((folder) => packageFolders.includes(folder))) {
    return undefined;
  }
  return { file, line: Number(line), ...(Number(column) > 0 ? { column: Number(column) } : {}), of: "resource" };
}

const projectFiles = ["Pulumi.yaml", "Pulumi.yml", "Pulumi.json"];

/**
 * The first line of the project's file, for resources of which nobody knows where they are declared: a service such as
 * GitHub's code scanning refuses a whole SARIF file for one result without a place.
 * https://github.com/github/codeql-action/issues/1738
 * @throws CannotRead where the folder is no Pulumi project in the repository
 */
export function projectPosition({ root, project }: Folders): Position {
  const name = projectFiles.find((candidate) => existsSync(join(project, candidate)));
  if (name === undefined) {
    throw new CannotRead(`--project is ${project}, where there is no Pulumi.yaml; give it the folder of one`);
  }
  const file = fileIn(root, join(project, name));
  if (file === undefined) {
    throw new CannotRead(`--project is ${project}, which is not in ${root}; give --root the folder of the repository`);
  }
  return { file, line: 1, of: "project" };
}

/** A path relative to the root, with "/" between folders; none for a file outside. */
function fileIn(root: string, path: string): string | undefined {
  const file = relative(root, path);
  return file === "" || file === ".." || file.startsWith(`..${sep}`) || isAbsolute(file)
    ? undefined
    : file.split(sep).join("/");
}
