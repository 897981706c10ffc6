import assert from "node:assert/strict";
import { type Target, targetsKey } from "../../../audit/function/store";
import { listTargets, type Targets } from "../../../audit/function/targets";
import { awsError } from "../read/stub-clients";
import { account as own } from "../secure-account";
import { stubGateway } from "../stub-gateway";
import { environment, places } from "./places";

const run = { execution: "e-1", startedAt: "2026-05-04T03:02:01.000Z" };
const [shop, bank, vault] = ["222233334444", "333344445555", "444455556666"] as const;
const denied = awsError("AccessDenied", "not for you", 403);

const active = (...ids: readonly string[]) => ({ Accounts: ids.map((Id) => ({ Id, State: "ACTIVE" })) });
const enabled = (...names: readonly string[]) => ({ Regions: names.map((RegionName) => ({ RegionName })) });

/** Regions, as each account answers when it is asked for its own. */
type Enabled = Readonly<Record<string, object>>;

async function list(
  regions: readonly string[] | "all",
  ids: readonly string[],
  answers: Enabled = {},
  refused: Readonly<Record<string, Error>> = {},
) {
  const to = places();
  const gateway = stubGateway((id) => ({ DescribeRegions: answers[id] ?? enabled() }), {
    organization: { ListAccounts: active(...ids) },
    refused,
  });
  const ended: Targets | Error = await listTargets(run, {
    ...to.carrier,
    gateway,
    organization: { members: {}, roleName: "Auditor", externalId: "orders" },
    regions,
  }).catch((error: Error) => error);
  const written = JSON.parse(to.objects.get(targetsKey(run)) ?? "null") as readonly Target[] | null;
  return {
    ended,
    gateway,
    puts: to.puts,
    targets: written?.map(({ account, region, home }) => [account, region, home]),
  };
}

describe("the function that lists what of an organization is audited", () => {
  it("asks each account for its own regions, of which the first is its home", async () => {
    const { ended, gateway, targets, puts } = await list("all", [bank, own, shop], {
      [own]: enabled("eu-west-1"),
      [shop]: enabled("us-east-1", "ap-south-1"),
      [bank]: enabled("eu-west-1", "me-south-1"),
    });
    assert.deepEqual(targets, [
      [own, "eu-west-1", true],
      [shop, "ap-south-1", true],
      [shop, "us-east-1", false],
      [bank, "eu-west-1", true],
      [bank, "me-south-1", false],
    ]);
    assert.deepEqual(ended, {
      bucket: environment.BUCKET,
      key: "executions/e-1/targets.json",
      accounts: 3,
      targets: 5,
    });
    assert.deepEqual(
      puts.map(({ SSEKMSKeyId }) => SSEKMSKeyId),
      [environment.KEY_ARN],
    );
    assert.deepEqual(
      gateway.sent.filter((sent) => /assume|DescribeRegions/.test(sent)).sort(),
      [
        `${own} eu-west-1 DescribeRegions`,
        `${shop} eu-west-1 DescribeRegions`,
        `${bank} eu-west-1 DescribeRegions`,
        `assume arn:aws:iam::${shop}:role/Auditor orders`,
        `assume arn:aws:iam::${bank}:role/Auditor orders`,
      ].sort(),
    );
    assert.equal(gateway.open(), 0);
  });

  it("keeps an account that it cannot enter, or that does not tell its regions, as one target", async () => {
    const { targets, gateway } = await list(
      "all",
      [shop, bank, vault],
      { [shop]: denied, [vault]: enabled("eu-west-1") },
      { [bank]: denied },
    );
    assert.deepEqual(targets, [
      [shop, "all", true],
      [bank, "all", true],
      [vault, "eu-west-1", true],
    ]);
    assert.equal(gateway.open(), 0);
  });

  it("asks no account where regions are named", async () => {
    const { targets, gateway } = await list(["eu-west-1", "eu-central-1"], [shop]);
    assert.deepEqual(targets, [
      [shop, "eu-west-1", true],
      [shop, "eu-central-1", false],
    ]);
    assert.deepEqual(
      gateway.sent.filter((sent) => /assume|DescribeRegions/.test(sent)),
      [],
    );
  });

  it("writes nothing, and says so, where no account is left", async () => {
    const { ended, targets } = await list("all", []);
    assert.match(String(ended), /no account is left to audit/);
    assert.equal(targets, undefined);
  });
});
