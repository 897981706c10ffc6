import assert from "node:assert/strict";
import {
  DeleteObjectCommand,
  HeadObjectCommand,
  ListObjectVersionsCommand,
  PutObjectCommand,
  S3Client,
} from "@aws-sdk/client-s3";
import { configurationOf } from "../../audit/read/clients";
import { EnvironmentHttpHandler } from "../../audit/read/http";
import { muteSdkNotice } from "../../cli/sdk-notice";
import { createStacks } from "../../sandbox/projects";
import { type Project, pulumi, run } from "../../sandbox/scenario";
import { succeeds } from "./results";

const region = "ap-southeast-3";
const folder = "test/end-to-end/programs/locked";

const project = (config: Project["config"] = {}): Project => ({ folder, config: { "aws:region": region, ...config } });

type Step = readonly [name: string, project: Project, mode?: string];

/** Each from the making of a bucket on. */
const lives: readonly (readonly Step[])[] = [
  [
    ["made without a lock", project()],
    ["locked later", project({ objectLockDays: 2 }), "GOVERNANCE"],
    ["locked no more", project()],
    ["locked again", project({ objectLockDays: 1 }), "GOVERNANCE"],
  ],
  [
    ["made and locked by an earlier version", project({ objectLockDays: 2, objectLockEnabled: true }), "GOVERNANCE"],
    ["locked by this version", project({ objectLockDays: 2 }), "GOVERNANCE"],
    ["locked no more", project()],
  ],
];

for (const steps of lives) {
  describe(`the bucket of an audit, ${steps[0]?.[0]}, stays one and the same`, () => {
    let s3: S3Client;
    let bucket = "";

    before(() => {
      muteSdkNotice();
      createStacks([folder], new URL(process.env.PULUMI_BACKEND_URL ?? "").pathname);
      s3 = new S3Client(configurationOf(region, new EnvironmentHttpHandler(2)));
    });
    after(() => s3.destroy());

    for (const [at, [name, step, mode]] of steps.entries()) {
      it(name, async () => {
        await succeeds(pulumi("up", step, "--yes", "--skip-preview"));
        await succeeds(pulumi("refresh", step, "--yes", "--skip-preview"));
        await succeeds(pulumi("preview", step, "--expect-no-changes"));
        const found = await bucketName();
        assert.equal(found, bucket || found);
        bucket = found;
        const of = { Bucket: bucket, Key: `report-${at}` };
        await s3.send(new PutObjectCommand({ ...of, Body: name }));
        assert.equal((await s3.send(new HeadObjectCommand(of))).ObjectLockMode, mode);
      });
    }

    it("keeps locked what was locked, and not what was there before", async () => {
      const modes = steps.map(async (_, at) => {
        const { ObjectLockMode } = await s3.send(new HeadObjectCommand({ Bucket: bucket, Key: `report-${at}` }));
        return ObjectLockMode;
      });
      assert.deepEqual(
        await Promise.all(modes),
        steps.map(([, , mode]) => mode),
      );
    });

    it("goes when it is empty", async () => {
      const { Versions = [] } = await s3.send(new ListObjectVersionsCommand({ Bucket: bucket }));
      for (const { Key, VersionId } of Versions) {
        await s3.send(new DeleteObjectCommand({ Bucket: bucket, Key, VersionId, BypassGovernanceRetention: true }));
      }
      await succeeds(pulumi("destroy", project(), "--yes", "--skip-preview"));
    });

    async function bucketName(): Promise<string> {
      const { stdout } = await succeeds(run("pulumi", ["stack", "output", "bucketName", "-C", folder, "-s", "dev"]));
      return stdout.trim();
    }
  });
}
