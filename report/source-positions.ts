import { existsSync, statSync } from "node:fs";
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
 * The folders by which positions are read.
 * @param project default: the working directory
 * @throws CannotRead where the root is no folder
 */
export function foldersOf(root: string, project = "."): Folders {
  if (!existsSync(root) || !statSync(root).isDirectory()) {
    const what = existsSync(root) ? "which is no folder" : "which is not there";
    throw new CannotRead(`--root is ${resolve(root)}, ${what}; give it the folder of the repository`);
  }
  return { root: resolve(root), project: resolve(project) };
}

/**
 * Reads where each resource is declared, by URN, from the answer of `pulumi preview --json` or `pulumi stack export`:
 * the events themselves do not tell. A resource that a library declares is where the program calls the library, and one
 * of which Pulumi tells nothing else, as of what a component in another language makes, is where its parent is.
 * @param source how messages name the text
 * @throws CannotRead where it is neither, or no file that it names exists
 */
export function readPositions(text: string, source: string, folders: Folders): ReadonlyMap<string, Position> {
  const resources = new Map(resourcesOf(text, source).map((resource) => [resource.urn, resource]));
  const own = new Map<string, Position>();
  let missing: string | undefined;
  for (const { urn, sourcePosition, stackTrace } of resources.values()) {
    const trace = Array.isArray(stackTrace) ? (stackTrace as NonNullable<typeof stackTrace>) : [];
    const frames = [sourcePosition, ...trace.map((frame) => frame?.sourcePosition)];
    const position = frames
      .map((frame) => positionOf(frame, folders))
      .find((found): found is Position => found !== undefined);
    if (position === undefined) {
      continue;
    }
    if (existsSync(join(folders.root, position.file))) {
      own.set(urn, position);
    } else {
      missing ??= position.file;
    }
  }
  if (own.size === 0 && missing !== undefined) {
    throw new CannotRead(
      `${source} names the file ${missing}, which is not in ${folders.root}; give --project the folder of Pulumi.yaml, and --root that of the repository`,
    );
  }
  return new Map(
    [...resources.keys()].flatMap((urn) => {
      const position = nearest(urn, resources, own);
      return position === undefined ? [] : [[urn, position] as const];
    }),
  );
}

/** That of the resource, or of the first of its parents that has one. */
function nearest(
  urn: string,
  resources: ReadonlyMap<string, Declared>,
  own: ReadonlyMap<string, Position>,
): Position | undefined {
  const seen = new Set<string>();
  let next: string | undefined = urn;
  // A state that somebody edited may go round in a circle.
  while (next !== undefined && !own.has(next) && !seen.has(next)) {
    seen.add(next);
    next = resources.get(next)?.parent;
  }
  return next === undefined ? undefined : own.get(next);
}

interface Declared {
  readonly urn: string;
  readonly parent?: string;
  readonly sourcePosition?: string;
  readonly stackTrace?: readonly ({ readonly sourcePosition?: string } | null)[];
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
  const [, path, line, column] = /^project:\/\/\/(.+)#(\d{1,9})(?:,(\d{1,9}))?$/.exec(text ?? "") ?? [];
  if (path === undefined || Number(line) < 1) {
    return undefined;
  }
  const file = fileIn(root, resolve(project, decoded(path)));
  if (file === undefined || file.split("/").some((folder) => packageFolders.includes(folder))) {
    return undefined;
  }
  return { file, line: Number(line), ...(Number(column) > 0 ? { column: Number(column) } : {}), of: "resource" };
}

/** An escape that is none is a part of the name. */
function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

const projectFiles = ["Pulumi.yaml", "Pulumi.yml", "Pulumi.json"];

/**
 * The file of a Pulumi project; undefined where the folder has none.
 * @returns its name within the folder
 */
export function projectFileIn(project: string): string | undefined {
  return projectFiles.find((candidate) => existsSync(join(project, candidate)));
}

/**
 * The first line of the project's file, for resources of which nobody knows where they are declared: a service such as
 * GitHub's code scanning refuses a whole SARIF file for one result without a place.
 * https://github.com/github/codeql-action/issues/1738
 * @throws CannotRead where the folder is no Pulumi project in the repository
 */
export function projectPosition({ root, project }: Folders): Position {
  const name = projectFileIn(project);
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
