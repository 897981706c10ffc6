import assert from "node:assert/strict";
import type { ControlId } from "../../controls/ids";
import { createStacks } from "../../sandbox/projects";
import { type GatedPreview, previewWithPack } from "../../sandbox/scenario";

const folder = "test/end-to-end/programs/disguised";

const rows: readonly [disguise: string, control: ControlId, resource: string][] = [
  ["a protected resource", "rds-instance-storage-encrypted", "protected"],
  ["a resource with an alias", "rds-instance-storage-encrypted", "renamed"],
  ["a resource that is retained", "rds-instance-storage-encrypted", "retained"],
  ["a resource that ignores changes", "rds-instance-storage-encrypted", "ignored"],
  ["a resource with secret inputs", "rds-instance-storage-encrypted", "secret"],
  ["a resource of a provider of its own", "rds-instance-storage-encrypted", "regional"],
  ["a resource in a component", "rds-instance-storage-encrypted", "inside"],
  ["a document of getPolicyDocument", "iam-rds-connect-scoped", "fetched"],
  ["a document of getPolicyDocumentOutput", "iam-rds-connect-scoped", "fetched-output"],
  ["a document that takes in another", "iam-rds-connect-scoped", "merged"],
  ["a document that is an object", "iam-rds-connect-scoped", "object"],
];

describe("a first preview sees through", () => {
  let preview: GatedPreview;

  before(async () => {
    createStacks([folder], new URL(process.env.PULUMI_BACKEND_URL ?? "").pathname);
    preview = await previewWithPack({ folder });
  });

  for (const [disguise, control, resource] of rows) {
    it(disguise, () =>
      assert.deepEqual(
        preview.violations
          .filter((violation) => violation.control === control && violation.resource === resource)
          .map(({ level }) => level),
        ["mandatory"],
        preview.stderr,
      ),
    );
  }
});
