import * as pulumi from "@pulumi/pulumi";
import { ScheduledAudit } from "aws-secure-database";

const config = new pulumi.Config();
const objectLockDays = config.requireNumber("objectLockDays");
const objectLockEnabled = config.requireBoolean("objectLockEnabled");

const audit = new ScheduledAudit("databases", objectLockDays === 0 ? {} : { bucket: { objectLockDays } }, {
  transforms: [
    ({ type, props, opts }) =>
      objectLockEnabled && type === "aws:s3/bucket:Bucket"
        ? { props: { ...props, objectLockEnabled }, opts }
        : undefined,
  ],
});

export const bucketName = audit.bucketName;
