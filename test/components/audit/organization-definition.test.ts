import assert from "node:assert/strict";
import { definitionOf } from "../../../components/audit/organization-definition";
import { type Execution, execute } from "../../end-to-end/state-machine";

const definition = (toleratedFailurePercentage: number) =>
  definitionOf({
    partition: "aws",
    targetsArn: "targets",
    scanArn: "scan",
    mergeArn: "merge",
    bucket: "reports",
    maxConcurrency: 50,
    toleratedFailurePercentage,
  });

interface Retrier {
  readonly ErrorEquals: readonly string[];
  readonly MaxAttempts: number;
}
interface Task {
  readonly Retry?: readonly Retrier[];
}

const { States } = JSON.parse(definition(5)) as {
  readonly States: Readonly<Record<string, Task & { readonly ItemProcessor?: { readonly States: typeof States } }>>;
};

/** Attempts by what is thrown, in the order in which the retriers are asked. */
const retriesOf = (task: Task | undefined) =>
  task?.Retry?.map(({ ErrorEquals, MaxAttempts }) => [ErrorEquals.join(" "), MaxAttempts]);

const heldBack =
  "Lambda.ServiceException Lambda.AWSLambdaException Lambda.SdkClientException Lambda.ClientExecutionTimeoutException " +
  "Lambda.TooManyRequestsException";
const settled = "NotDelivered SettingError EventError CannotAudit";

const targets = ["eu-west-1", "eu-west-2", "eu-west-3", "eu-central-1"].map((region) => ({ region }));

/** What a function throws at each of its calls, until it is well. */
type Faults = Readonly<Record<string, (call: number, region: string) => string | undefined>>;

async function walk(tolerated: number, faults: Faults): Promise<Execution & { readonly calls: readonly string[] }> {
  const calls: string[] = [];
  const execution = await execute(
    definition(tolerated),
    { Name: "e-1", StartTime: "2026-05-04T03:02:01.000Z" },
    {
      call: async (name, payload) => {
        const { region = "" } = (payload as { readonly target?: { readonly region: string } }).target ?? {};
        const label = `${name} ${region}`.trim();
        calls.push(label);
        const thrown = faults[name]?.(calls.filter((each) => each === label).length, region);
        return thrown === undefined
          ? { response: { key: "targets.json", accounts: 1, targets: 4, complete: true, region, ...outcome } }
          : { error: "thrown", name: thrown };
      },
      readObject: async () => targets,
      writeObject: async () => {},
    },
    1,
  );
  return { ...execution, calls };
}

const outcome = { report: "s3://reports/latest.json", findings: {}, newFindings: 0, resolved: 0 };

const count = (calls: readonly string[], label: string) => calls.filter((each) => each === label).length;

describe("the definition of an organization's audit", () => {
  it("tries every function again, but for errors that are final", () => {
    assert.deepEqual(
      {
        ListTargets: retriesOf(States.ListTargets),
        ScanTarget: retriesOf(States.ScanTargets?.ItemProcessor?.States.ScanTarget),
        MergeResults: retriesOf(States.MergeResults),
      },
      {
        ListTargets: [
          [heldBack, 8],
          [settled, 0],
          ["States.ALL", 2],
        ],
        ScanTarget: [
          [heldBack, 8],
          ["NothingRead SettingError EventError", 0],
          ["States.ALL", 1],
        ],
        MergeResults: [
          [heldBack, 8],
          [settled, 0],
          ["States.ALL", 2],
        ],
      },
    );
  });

  const ended: readonly [what: string, faults: Faults, status: string, calls: Readonly<Record<string, number>>][] = [
    [
      "a list that comes at the third try",
      { targets: (call) => (call < 3 ? "TypeError" : undefined) },
      "SUCCEEDED",
      { targets: 3, merge: 1 },
    ],
    ["a list that never comes", { targets: () => "Sandbox.Timedout" }, "FAILED", { targets: 3, merge: 0 }],
    ["accounts that cannot be listed", { targets: () => "CannotAudit" }, "FAILED", { targets: 1, merge: 0 }],
    [
      "a report that comes when Lambda has room",
      { merge: (call) => (call < 8 ? "Lambda.TooManyRequestsException" : undefined) },
      "SUCCEEDED",
      { merge: 8 },
    ],
    ["a report of which a part is not delivered", { merge: () => "NotDelivered" }, "FAILED", { merge: 1 }],
    ["a setting that is wrong", { merge: () => "SettingError" }, "FAILED", { merge: 1 }],
    ["a report that dies", { merge: () => "Runtime.OutOfMemory" }, "FAILED", { merge: 3 }],
  ];
  for (const [what, faults, status, expected] of ended) {
    it(`ends ${status} with ${what}`, async () => {
      const execution = await walk(5, faults);
      assert.equal(execution.status, status, execution.error);
      assert.deepEqual(
        Object.fromEntries(Object.keys(expected).map((name) => [name, count(execution.calls, name)])),
        expected,
      );
    });
  }

  it("counts the rest of what is scanned when one scan throws again and again, and reports before it fails", async () => {
    const { status, error, entered, items, calls } = await walk(0, {
      scan: (_, region) => (region === "eu-central-1" ? "TypeError" : undefined),
    });
    assert.deepEqual([status, error?.split(":")[0]], ["FAILED", "NotScanned"]);
    assert.deepEqual(entered.slice(-3), ["MergeResults", "WasScanned", "NotScanned"]);
    assert.deepEqual(
      items.map(({ region }) => region),
      ["eu-west-1", "eu-west-2", "eu-west-3"],
    );
    assert.deepEqual(
      [count(calls, "scan eu-central-1"), count(calls, "scan eu-west-1"), count(calls, "merge")],
      [2, 1, 1],
    );
  });

  it("is well with the same where so much is tolerated", async () => {
    const { status, failed, entered } = await walk(25, {
      scan: (_, region) => (region === "eu-central-1" ? "TypeError" : undefined),
    });
    assert.deepEqual([status, failed, entered.at(-1)], ["SUCCEEDED", 1, "Audited"]);
  });
});
