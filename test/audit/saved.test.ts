import assert from "node:assert/strict";
import { runAudit } from "../../audit/run";
import { auditSaved, readSaved, savedText } from "../../audit/saved";
import { awsError } from "./read/stub-clients";
import { region, secureAccount } from "./secure-account";
import { stubGateway } from "./stub-gateway";

describe("a saved inventory", () => {
  // What is not known, and of what the list is not known, is as much a part of it as what is.
  for (const denied of [undefined, ...Object.keys(secureAccount)]) {
    it(`is judged as what was read${denied === undefined ? "" : `, without ${denied}`}`, async () => {
      const answers = denied === undefined ? {} : { [denied]: awsError("AccessDenied", "no", 403) };
      const parts: string[] = [savedText.head(new Date("2026-05-04T03:02:01Z"))];
      const live = await runAudit({
        regions: [region],
        gateway: stubGateway(() => ({ ...secureAccount, ...answers })),
        startedAt: new Date("2026-05-04T03:02:01Z"),
        watch: {
          onRead: (read) => parts.push(savedText.scope(read, parts.length === 1)),
        },
      });
      parts.push(savedText.end());
      const again = auditSaved(readSaved(parts.join("")), {});
      const timeless = (report: typeof live) => ({
        ...report,
        seconds: 0,
        scopes: report.scopes.map((scope) => ({ ...scope, seconds: 0 })),
      });
      assert.deepEqual(timeless(again), timeless(live));
    });
  }
});
