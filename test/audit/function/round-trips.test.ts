import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { S3Client } from "@aws-sdk/client-s3";
import { scanTarget } from "../../../audit/function/scan";
import { auditScopes } from "../../../audit/run";
import type { Answers } from "../read/stub-clients";
import { region, secureAccount } from "../secure-account";
import { stubGateway } from "../stub-gateway";
import { places } from "./places";

/** Before them a scan asks STS who it is, which a gateway of the tests knows. */
const identity = 1;

describe("the round trips that a scan makes one after the other", () => {
  const documented = readFileSync(join(__dirname, "../../../docs/organization-audit.md"), "utf8").replace(/\s+/g, " ");

  it("are as many as the costs are worked out with", async () => {
    const [empty, full] = [await roundTrips({}), await roundTrips(secureAccount)];
    const words = `r is ${empty} in a region without databases and ${full} in one that has something of every kind`;
    assert.ok(documented.includes(words), `docs/organization-audit.md does not say: ${words}`);
  });
});

/** All that is asked for is answered at once, when nothing more is asked for. */
async function roundTrips(answers: Answers): Promise<number> {
  const waiting: (() => void)[] = [];
  const answered = () => new Promise<void>((resolve) => waiting.push(resolve));
  const { carrier } = places();
  let isOver = false;
  const scanning = scanTarget(
    {
      execution: "e-1",
      startedAt: "2026-05-04T03:02:01.000Z",
      target: { account: "444455556666", region, home: true },
    },
    {
      ...carrier,
      s3: {
        send: (async () => {
          await answered();
          return {};
        }) as unknown as S3Client["send"],
      },
      question: { regions: [region], severity: "low" },
      organization: { members: {}, roleName: "Auditor" },
      scopes: (options) => auditScopes({ ...options, gateway: stubGateway(() => answers, { answered }) }),
      importing: () => assert.fail("nothing is imported"),
    },
  ).finally(() => {
    isOver = true;
  });
  let trips = identity;
  while (!isOver) {
    for (let quiet = 0, before = waiting.length; quiet < 20; quiet += 1) {
      await new Promise((resolve) => setImmediate(resolve));
      if (waiting.length !== before) {
        [quiet, before] = [0, waiting.length];
      }
    }
    if (waiting.length > 0) {
      trips += 1;
      for (const answer of waiting.splice(0)) {
        answer();
      }
    }
  }
  const { complete } = await scanning;
  assert.ok(complete);
  return trips;
}
