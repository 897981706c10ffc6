import { execFile } from "node:child_process";
import { promisify } from "node:util";

/** Long enough for a cold disk. */
const patience = 10_000;

/** What `pulumi version` says, such as "v3.274.1"; undefined where there is no pulumi on PATH that answers. */
export async function installedPulumi(env: NodeJS.ProcessEnv): Promise<string | undefined> {
  try {
    const { stdout } = await promisify(execFile)("pulumi", ["version"], {
      env: { ...env, PULUMI_SKIP_UPDATE_CHECK: "true" },
      timeout: patience,
    });
    return stdout.trim();
  } catch {
    return undefined;
  }
}
