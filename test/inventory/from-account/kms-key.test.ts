import assert from "node:assert/strict";
import type { KeyMetadata } from "@aws-sdk/client-kms";
import { kmsAlias, kmsKey } from "../../../inventory/from-account/kms-key";
import type { KmsKey } from "../../../inventory/model";
import { unknown } from "../../../inventory/value";

const region = "eu-west-1";
const arn = "arn:aws:kms:eu-west-1:111122223333:key/k1";
const described = (key: Partial<KeyMetadata>) => ({ value: { KeyId: "k1", Arn: arn, ...key } });

describe("from-account: KMS key", () => {
  for (const id of [
    arn,
    "arn:aws-cn:kms:cn-north-1:111122223333:key/k1",
    "arn:aws-us-gov:kms:us-gov-west-1:111122223333:key/k1",
  ]) {
    for (const [KeyManager, manager] of [
      ["CUSTOMER", "customer"],
      ["AWS", "aws"],
    ] as const) {
      it(`maps ${id} of ${KeyManager}`, () => {
        const key = {
          metadata: { value: { KeyId: "k1", Arn: id, KeyManager, Enabled: true } },
          policy: { value: "{}" },
          rotation: { value: true },
        };
        assert.deepEqual(kmsKey(id, key, id.split(":")[3] ?? ""), {
          id,
          name: "k1",
          identifiers: [id, "k1"],
          region: id.split(":")[3] ?? "",
          manager,
          rotatable: true,
          rotationEnabled: true,
          enabled: true,
          pendingDeletion: false,
          deletionWindow: undefined,
          document: "{}",
        } satisfies KmsKey);
      });
    }
  }

  const rows: readonly [string, Partial<KeyMetadata>, Partial<KmsKey>][] = [
    ["asymmetric", { KeySpec: "RSA_2048" }, { rotatable: false }],
    ["of imported material", { Origin: "EXTERNAL" }, { rotatable: false }],
    ["in a store of the customer's", { Origin: "AWS_CLOUDHSM" }, { rotatable: false }],
    [
      "a replica of a key of another region",
      { MultiRegion: true, MultiRegionConfiguration: { MultiRegionKeyType: "REPLICA" } },
      { rotatable: false },
    ],
    ["disabled", { Enabled: false, KeyState: "Disabled" }, { enabled: false }],
    [
      "waiting for its deletion",
      { Enabled: false, KeyState: "PendingDeletion", PendingDeletionWindowInDays: 7 },
      { enabled: false, pendingDeletion: true, deletionWindow: 7 },
    ],
    ["waiting for that of its replicas", { KeyState: "PendingReplicaDeletion" }, { pendingDeletion: true }],
  ];
  for (const [title, key, expected] of rows) {
    it(`maps a key that is ${title}`, () => {
      assert.deepEqual(kmsKey(arn, { metadata: described(key) }, region), {
        ...kmsKey(arn, { metadata: described({}) }, region),
        ...expected,
      });
    });
  }

  it("does not rotate and has no policy where AWS tells of neither", () => {
    const { rotationEnabled, document } = kmsKey(arn, { metadata: described({}) }, region);
    assert.deepEqual([rotationEnabled, document], [false, undefined]);
  });

  it("is disabled, and never rotates, once it was deleted", () => {
    const metadata = { value: { KeyId: arn, KeyManager: "CUSTOMER" as const, Enabled: false } };
    const { id, identifiers, manager, enabled, rotatable } = kmsKey(arn, { metadata, deleted: true }, region);
    assert.deepEqual([id, identifiers, manager, enabled, rotatable], [arn, [arn], "customer", false, false]);
  });

  it("does not know anything of a key that may not be described", () => {
    const unread = "kms:DescribeKey was denied";
    const key = kmsKey(arn, { metadata: { unread } }, region);
    const waits = unknown(`the key ${arn} (${unread})`);
    assert.equal(key.id, arn);
    for (const property of ["manager", "rotatable", "enabled", "pendingDeletion", "deletionWindow"] as const) {
      assert.deepEqual(key[property], waits, property);
    }
    assert.deepEqual(
      [key.rotationEnabled, key.document],
      [unknown(`the rotation of key ${arn} (${unread})`), unknown(`the policy of key ${arn} (${unread})`)],
    );
  });

  it("does not know the policy and rotation that were denied", () => {
    const key = kmsKey(
      arn,
      { metadata: described({}), policy: { unread: "GetKeyPolicy was denied" }, rotation: { unread: "no" } },
      region,
    );
    assert.deepEqual(
      [key.document, key.rotationEnabled],
      [unknown(`the policy of key ${arn} (GetKeyPolicy was denied)`), unknown(`the rotation of key ${arn} (no)`)],
    );
  });

  for (const [reference, expected] of [
    ["alias/orders", ["alias/orders", ["alias/orders"], arn]],
    [
      "arn:aws:kms:eu-west-1:111122223333:alias/orders",
      ["alias/orders", ["arn:aws:kms:eu-west-1:111122223333:alias/orders", "alias/orders"], arn],
    ],
    [arn, undefined],
  ] as const) {
    it(`${reference} is ${expected === undefined ? "no" : "an"} alias`, () => {
      const alias = kmsAlias(reference, { metadata: described({}) }, region);
      assert.deepEqual(alias && [alias.name, alias.identifiers, alias.target], expected);
    });
  }
});
