import { createRequire } from "node:module";
import { join } from "node:path";

/** What the SDK ships to run a program, a policy pack or a provider. */
export type Runner = "run" | "run-policy-pack" | "run-plugin";

/**
 * The path of one of the SDK's runners as the code in `folder` would find it.
 * The engine recognises the text of the error and tells the user to install the dependencies.
 */
export function runner(name: Runner, folder: string): string {
  const module = `@pulumi/pulumi/cmd/${name}`;
  try {
    return createRequire(join(folder, "index.js")).resolve(module);
  } catch {
    throw new Error(`Cannot find module '${module}' from ${folder}: run npm install there.`);
  }
}
