import assert from "node:assert/strict";
import { readExceptions } from "../../exceptions/read";
import { ids } from "./sample";

/** An entry of which lines are changed or, with an empty text, left out; each key has a line from 2 on. */
function file(changes: Partial<Record<string, string>>, ...more: string[]): string {
  const lines = {
    id: "id: EXC-1",
    controls: "controls: [rds-instance-multi-az]",
    resources: 'resources: ["*::orders"]',
    reason: "reason: agreed",
    owner: "owner: team shop",
    expires: "expires: 2027-01-31",
    ...changes,
  };
  const entry = Object.values(lines).filter((line) => line !== "");
  return ["exceptions:", ...entry.map((line, index) => `  ${index === 0 ? "- " : "  "}${line}`), ...more, ""].join(
    "\n",
  );
}

const listing = "`npx aws-secure-database controls` lists them.";
const keys = "id, controls, resources, reason, owner, expires, ticket";
const owner = "a text of at most 150 characters that says who answers for it";
const date = "the date of the last day on which it holds, such as 2027-01-31";
const resource = "a URN, an ARN, an AWS id or a glob such as urn:pulumi:prod::shop::*::orders";
const oneKey = "the file holds one key, exceptions, with a list of them.";

const wrong: readonly [name: string, text: string, problems: readonly string[]][] = [
  ["an empty file", "", [`1: the file is empty; ${oneKey}`]],
  ["a list alone", "- id: EXC-1\n", [`1: the file is [{"id":"EXC-1"}]; ${oneKey}`]],
  [
    "another key",
    "exception: []\n",
    [
      `1: exceptions is missing; ${oneKey}`,
      `1: "exception" is not a key of the file; ${oneKey} Did you mean exceptions?`,
    ],
  ],
  ["no list", "exceptions:\n  id: EXC-1\n", [`1: exceptions is {"id":"EXC-1"}; ${oneKey}`]],
  [
    "broken YAML",
    "exceptions:\n  - id: [EXC-1\n",
    ["3: not YAML: Flow sequence in block collection must be sufficiently indented and end with a ]."],
  ],
  ["a tab", "exceptions:\n\t- id: EXC-1\n", ["2: not YAML: Tabs are not allowed as indentation."]],
  [
    "an alias without an anchor",
    "exceptions: *these\n",
    ["1: not YAML: Unresolved alias (the anchor must be set before the alias): these."],
  ],
  [
    "a key that stands twice",
    file({ owner: "owner: one\n    owner: two" }),
    ["7: owner stands here for the second time; keep one."],
  ],
  [
    "a tag",
    file({ owner: 'owner: !!js/function "me"' }),
    ["6: !!js/function is a tag, which is not read here; write the value without it."],
  ],
  [
    "a tag of its own",
    file({ owner: "owner: !secret me" }),
    ["6: !secret is a tag, which is not read here; write the value without it."],
  ],
  [
    "two documents",
    "exceptions: []\n---\nexceptions: []\n",
    ["2: a second YAML document begins here; the file must hold one: put everything under one key, without ---."],
  ],
  ["bytes", "\u007fELF\u0002\u0001\u0000\u0000", ["1: the file is no text in UTF-8; save it as one."]],
  ["another encoding", file({ owner: "owner: M\uFFFDller" }), ["1: the file is no text in UTF-8; save it as one."]],
  ["an entry that is none", file({}, "  - EXC-2"), [`8: exceptions[1] is "EXC-2"; it must have the keys ${keys}.`]],
  [
    "an unknown key",
    file({ ticket: "onwer: me" }),
    [`8: exception EXC-1 has the unknown key "onwer"; its keys are ${keys}. Did you mean owner?`],
  ],
  ["no owner", file({ owner: "" }), [`2: exception EXC-1 has no owner; it needs ${owner}.`]],
  ["a blank owner", file({ owner: 'owner: " "' }), [`6: exception EXC-1: owner is " "; it must be ${owner}.`]],
  [
    "no reason",
    file({ reason: "" }),
    ["2: exception EXC-1 has no reason; it needs a text of at most 1500 characters that says why it is right."],
  ],
  ["no expiry", file({ expires: "" }), [`2: exception EXC-1 has no expires; it needs ${date}.`]],
  [
    "no id",
    file({ id: "", controls: "controls: [rds-instance-multi-az]" }),
    ['2: exceptions[0] has no id; it needs a name of letters, digits, "-", "." and "_" other than "all".'],
  ],
  [
    "an id with a space",
    file({ id: "id: EXC 1" }),
    ['2: exception EXC 1: id is "EXC 1"; it must be a name of letters, digits, "-", "." and "_" other than "all".'],
  ],
  [
    "the id all",
    file({ id: "id: all" }),
    ['2: exception all: id is "all"; it must be a name of letters, digits, "-", "." and "_" other than "all".'],
  ],
  [
    "an id that is a number",
    file({ id: "id: 12" }),
    ['2: exceptions[0]: id is 12; it must be a name of letters, digits, "-", "." and "_" other than "all".'],
  ],
  [
    "an id that stands twice",
    `${file({})}${file({}).slice("exceptions:\n".length)}`,
    ["8: exception EXC-1 stands here for the second time, first in line 2; each needs an id of its own."],
  ],
  [
    "an unknown control",
    file({ controls: "controls:\n      - rds-instance-multi-az\n      - rds-instance-public" }),
    [
      `5: exception EXC-1: controls[1] is "rds-instance-public", which is not a control; ${listing} Did you mean rds-instance-not-public?`,
    ],
  ],
  [
    "every control at once",
    file({ controls: "controls: [all]" }),
    [`3: exception EXC-1: controls[0] is "all", which is not a control; ${listing}`],
  ],
  [
    "a control in place of a list",
    file({ controls: "controls: rds-instance-multi-az" }),
    ['3: exception EXC-1: controls is "rds-instance-multi-az"; it must be a list of control ids.'],
  ],
  [
    "empty lists",
    file({ controls: "controls: []", resources: "resources: []" }),
    [
      "3: exception EXC-1 has an empty list of controls; it must name at least one.",
      "4: exception EXC-1 has an empty list of resources; it must name at least one.",
    ],
  ],
  [
    "resources that nothing can match",
    file({ resources: 'resources: [orders, "orders*", "urn:pulumi:dev::orders", 5]' }),
    [
      `4: exception EXC-1: resources[0] is "orders"; it must be ${resource}.`,
      `4: exception EXC-1: resources[1] is "orders*"; it must be ${resource}.`,
      `4: exception EXC-1: resources[2] is "urn:pulumi:dev::orders"; it must be ${resource}.`,
      `4: exception EXC-1: resources[3] is 5; it must be ${resource}.`,
    ],
  ],
  [
    "a date in words",
    file({ expires: "expires: next year" }),
    [`7: exception EXC-1: expires is "next year"; it must be ${date}.`],
  ],
  [
    "a date of another country",
    file({ expires: "expires: 31.01.2027" }),
    [`7: exception EXC-1: expires is "31.01.2027"; it must be ${date}.`],
  ],
  [
    "a moment",
    file({ expires: "expires: 2027-01-31T00:00:00Z" }),
    [`7: exception EXC-1: expires is "2027-01-31T00:00:00Z"; it must be ${date}.`],
  ],
  ...["2027-02-29", "2027-02-30", "2027-13-01", "2027-00-10"].map((day): [string, string, string[]] => [
    `the day ${day}`,
    file({ expires: `expires: ${day}` }),
    [`7: exception EXC-1: expires is "${day}", a day that does not exist; it must be ${date}.`],
  ]),
];

describe("readExceptions", () => {
  for (const [name, text, expected] of wrong) {
    it(`refuses ${name}`, () =>
      assert.deepEqual(
        readExceptions(text, ids).problems.map(({ line, message }) => `${line}: ${message}`),
        expected,
      ));
  }

  it("reads entries with the lines of their parts", () => {
    const text = file({
      id: "id: EXC-1.a_b",
      resources:
        'resources:\n      - "urn:pulumi:dev::shop::*::orders"\n      - arn:aws:rds:eu-west-1:111122223333:db:orders\n      - sg-0123456789abcdef0',
      ticket: "ticket: OPS-12",
      expires: "expires: 2028-02-29",
    });
    assert.deepEqual(readExceptions(text, ids), {
      exceptions: [
        {
          id: "EXC-1.a_b",
          controls: ["rds-instance-multi-az"],
          resources: [
            "urn:pulumi:dev::shop::*::orders",
            "arn:aws:rds:eu-west-1:111122223333:db:orders",
            "sg-0123456789abcdef0",
          ],
          reason: "agreed",
          owner: "team shop",
          expires: "2028-02-29",
          ticket: "OPS-12",
          lines: { entry: 2, expires: 10, resources: [5, 6, 7] },
        },
      ],
      problems: [],
    });
  });

  it("takes an empty list, as a file to begin with", () =>
    assert.deepEqual(readExceptions("exceptions: []\n", ids), { exceptions: [], problems: [] }));

  it("keeps the well-formed entries beside malformed ones", () => {
    const text = `${file({ owner: "" })}${file({ id: "id: EXC-2" }).slice("exceptions:\n".length)}`;
    assert.deepEqual(
      readExceptions(text, ids).exceptions.map(({ id }) => id),
      ["EXC-2"],
    );
  });

  it("reads anchors and aliases", () => {
    const text = file(
      { resources: 'resources: &databases ["*::orders"]' },
      file({ id: "id: EXC-2", resources: "resources: *databases" }).slice("exceptions:\n".length),
    );
    assert.deepEqual(
      readExceptions(text, ids).exceptions.map(({ resources }) => resources),
      [["*::orders"], ["*::orders"]],
    );
  });
});
