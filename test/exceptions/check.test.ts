import assert from "node:assert/strict";
import { checkExceptions } from "../../exceptions/check";
import type { Exception } from "../../exceptions/exception";
import { exception, now, orders, urns } from "./sample";

describe("checkExceptions", () => {
  const rows: readonly [name: string, changes: Partial<Exception>, given: readonly string[] | undefined, string[]][] = [
    ["live and matched", {}, urns, []],
    ["31 days left", { expires: "2026-12-24" }, undefined, []],
    [
      "30 days left",
      { expires: "2026-12-23" },
      undefined,
      [
        "7 warning: exception EXC-1 of team shop expires in 29 days, on 2026-12-23; mend what it excepts, or agree on a new date.",
      ],
    ],
    [
      "the last day",
      { expires: "2026-11-24" },
      undefined,
      ["7 warning: exception EXC-1 of team shop expires today; mend what it excepts, or agree on a new date."],
    ],
    [
      "the day after, and what it matches does not matter any more",
      { expires: "2026-11-23", resources: ["*::gone"] },
      urns,
      [
        "7 error: exception EXC-1 of team shop expired on 2026-11-23; mend what it excepts and remove it, or agree on a new date.",
      ],
    ],
    [
      "a glob and a URN that match nothing",
      { resources: ["*::orders", "*::gone", "urn:pulumi:dev::shop::t::gone"] },
      urns,
      [
        "5 warning: exception EXC-1: *::gone matches no resource of the stacks given; correct it, or remove it.",
        "6 warning: exception EXC-1: urn:pulumi:dev::shop::t::gone matches no resource of the stacks given; correct it, or remove it.",
      ],
    ],
    [
      "every resource there is",
      { resources: ["*"] },
      undefined,
      ["4 warning: exception EXC-1: * is every resource, those that are still to come among them; name some."],
    ],
    [
      "every resource, in the form of a URN",
      { resources: ["urn:pulumi:*"] },
      undefined,
      [
        "4 warning: exception EXC-1: urn:pulumi:* is every resource, those that are still to come among them; name some.",
      ],
    ],
    ["nothing to match with", { resources: ["*::gone"] }, undefined, []],
    ["an ARN, which is not among URNs", { resources: ["arn:aws:rds:eu-west-1:111122223333:db:gone"] }, urns, []],
    [
      "a stack without resources",
      {},
      [],
      [
        "4 warning: exception EXC-1: urn:pulumi:dev::shop::aws:rds/instance:Instance::orders matches no resource of the stacks given; correct it, or remove it.",
      ],
    ],
  ];
  for (const [name, changes, given, expected] of rows) {
    it(name, () => {
      const problems = checkExceptions({ exceptions: [exception(changes)], problems: [] }, now, given);
      assert.deepEqual(
        problems.map(({ line, severity, message }) => `${line} ${severity}: ${message}`),
        expected,
      );
    });
  }

  it("speaks of a control that is about none of what it matches", () => {
    const problems = checkExceptions({ exceptions: [exception({})], problems: [] }, now, urns, () => false);
    assert.deepEqual(
      problems.map(({ severity, message }) => `${severity}: ${message}`),
      exception({}).controls.map(
        (control) =>
          `warning: exception EXC-1: ${control} is about none of the resources that it matches; correct one of them, or remove it.`,
      ),
    );
  });

  const twice = ["rds-instance-multi-az", "rds-instance-multi-az"] as const;
  const dynamodb = (urn: string) => urn.includes("dynamodb");
  const notAbout =
    "2 warning: exception EXC-1: rds-instance-multi-az is about none of the resources that it matches; correct one of them, or remove it.";
  const table = "urn:pulumi:dev::shop::aws:dynamodb/table:Table::carts";
  const strange: readonly [string, Partial<Exception>, readonly string[] | undefined, readonly string[]][] = [
    ["a whole URN of another type, without a stack", {}, undefined, [notAbout]],
    ["a whole URN of its type, without a stack", { resources: [table] }, undefined, []],
    ["a glob beside it, of which nothing is known", { resources: [orders, "*::carts"] }, undefined, []],
    ["a glob beside it that matches its type", { resources: [orders, "*::carts"] }, [orders, table], []],
    ["an ARN", { resources: ["arn:aws:rds:eu-west-1:111122223333:db:orders"] }, undefined, []],
    [
      "a control that stands twice: once",
      { controls: twice },
      undefined,
      [
        "2 warning: exception EXC-1 names rds-instance-multi-az more than once; keep one, or name the control that was meant.",
        notAbout,
      ],
    ],
  ];
  for (const [name, changes, given, expected] of strange) {
    it(`speaks of what a control cannot be about: ${name}`, () => {
      const file = { exceptions: [exception(changes)], problems: [] };
      const problems = checkExceptions(file, now, given, (_, urn) => dynamodb(urn));
      assert.deepEqual(
        problems.map(({ line, severity, message }) => `${line} ${severity}: ${message}`),
        expected,
      );
    });
  }

  it("puts them among the problems of the file, by line", () => {
    const problems = checkExceptions(
      {
        exceptions: [exception({ expires: "2026-11-23" })],
        problems: [9, 1].map((line) => ({ line, severity: "error", message: "wrong." })),
      },
      now,
    );
    assert.deepEqual(
      problems.map(({ line }) => line),
      [1, 7, 9],
    );
  });
});
