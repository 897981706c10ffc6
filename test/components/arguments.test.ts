import assert from "node:assert/strict";
import schema from "../../provider/schema.json";
import { componentColumns } from "../support/component-cases";
import { judgedCase } from "../support/judged-cases";

interface Described {
  readonly $ref?: string;
  readonly items?: Described;
}

/** Arguments that no case has, with the reason. */
const left: Readonly<Record<string, string>> = Object.fromEntries(
  ["IsolatedNetwork", "SecureCluster", "SecureInstance", "SecureTable"].map((component) => [
    `${component}.acceptedRisks`,
    "it lets a control fail, which is what tests of accepted risks show",
  ]),
);

type Properties = Readonly<Record<string, Described>>;

// The types of a JSON file know none that not every entry has.
const { resources, types } = schema as unknown as {
  readonly resources: Readonly<Record<string, { readonly inputProperties: Properties }>>;
  readonly types: Readonly<Record<string, { readonly properties: Properties }>>;
};
const inputs: Readonly<Record<string, Properties>> = Object.fromEntries(
  Object.entries(resources).map(([token, { inputProperties }]) => [short(token), inputProperties]),
);

describe("the arguments of the components", () => {
  it("are each in a case that is judged, or left out for a reason", async function () {
    this.timeout(180_000);
    const used = new Set<string>();
    for (const { component, cases } of componentColumns) {
      for (const one of cases) {
        collect(component, inputs[component] ?? {}, (await judgedCase(one)).args, used);
      }
    }
    const all = [
      ...Object.entries(inputs),
      ...Object.entries(types).map(([token, { properties }]) => [short(token), properties] as const),
    ].flatMap(([owner, properties]) => Object.keys(properties).map((name) => `${owner}.${name}`));
    assert.deepEqual(
      all.filter((argument) => !used.has(argument)),
      Object.keys(left),
    );
  });

  it("belong to components that each have a column", () => {
    assert.deepEqual(
      [...new Set(componentColumns.map(({ component }) => component))].sort(),
      Object.keys(inputs).sort(),
    );
  });
});

/** Notes what arguments are given, those of their own types too: "SecureInstance.alarms", "DatabaseAlarms.cpuPercent". */
function collect(
  owner: string,
  properties: Readonly<Record<string, Described>>,
  args: object,
  used: Set<string>,
): void {
  for (const [name, value] of Object.entries(args)) {
    if (value === undefined) {
      continue;
    }
    used.add(`${owner}.${name}`);
    const token = (properties[name]?.$ref ?? properties[name]?.items?.$ref)?.replace("#/types/", "");
    const type = token === undefined ? undefined : types[token];
    for (const one of token === undefined || type === undefined ? [] : [value].flat()) {
      collect(short(token ?? ""), type?.properties ?? {}, one, used);
    }
  }
}

function short(token: string): string {
  return token.split(":").at(-1) ?? token;
}
