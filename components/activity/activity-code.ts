import { dirname, join } from "node:path";
import * as pulumi from "@pulumi/pulumi";

/**
 * The consumer, bundled by `npm run build` with the versions of the AWS SDK that it was tested with: those of the Lambda
 * runtime change by themselves.
 */
export function consumerCode(): pulumi.asset.AssetArchive {
  const root = dirname(require.resolve("aws-secure-database/package.json"));
  return new pulumi.asset.AssetArchive({
    "index.js": new pulumi.asset.FileAsset(join(root, "dist", "activity-consumer", "index.js")),
  });
}
