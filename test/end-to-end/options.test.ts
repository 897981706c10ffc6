import assert from "node:assert/strict";
import { createStacks } from "../../sandbox/projects";
import { type Project, pulumi } from "../../sandbox/scenario";
import { succeeds } from "./results";

const folder = "test/end-to-end/programs/options";
const renamed = "test/end-to-end/programs/renamed";

interface State {
  readonly urn: string;
  readonly type: string;
  readonly parent?: string;
  readonly protect?: boolean;
  readonly provider?: string;
  readonly customTimeouts?: { readonly create?: number };
}

describe("what a program says of a component counts for every resource in it", () => {
  let children: readonly State[];

  before(async () => {
    createStacks([folder], new URL(process.env.PULUMI_BACKEND_URL ?? "").pathname);
    const preview = await pulumi("preview", { folder }, "--json");
    assert.equal(preview.code, 0, preview.stdout + preview.stderr);
    const { steps } = JSON.parse(preview.stdout) as { readonly steps: readonly { readonly newState?: State }[] };
    children = steps
      .flatMap(({ newState }) => newState ?? [])
      .filter(({ type }) => type.startsWith("aws:") || type.startsWith("aws-secure-database:"));
    for (const component of ["SecureInstance", "SecureCluster", "SecureTable"]) {
      assert.ok(children.filter(({ urn }) => urn.includes(`:index:${component}$`)).length > 5);
    }
  });

  const rows: readonly [option: string, isGiven: (state: State) => boolean][] = [
    ["protect", ({ protect }) => protect === true],
    ["providers", ({ type, provider = "" }) => !type.startsWith("aws:") || provider.includes("::ireland::")],
    ["transforms", ({ type, customTimeouts }) => !type.startsWith("aws:") || customTimeouts?.create === 99 * 60],
  ];
  for (const [option, isGiven] of rows) {
    it(option, () =>
      assert.deepEqual(
        children.filter((state) => !isGiven(state)).map(({ urn }) => urn),
        [],
      ),
    );
  }
});

describe("a component with an alias", () => {
  const project = (config: Project["config"]): Project => ({ folder: renamed, config });

  before(async () => {
    createStacks([renamed], new URL(process.env.PULUMI_BACKEND_URL ?? "").pathname);
    await succeeds(pulumi("up", project({ name: "former" }), "--yes", "--skip-preview"));
  });

  it("is renamed with all that is in it: nothing is created, replaced or deleted", async () => {
    const preview = await succeeds(pulumi("preview", project({ name: "sessions", former: "former" }), "--json"));
    const { changeSummary } = JSON.parse(preview.stdout) as {
      readonly changeSummary: Readonly<Record<string, number>>;
    };
    const ops = Object.keys(changeSummary);
    assert.deepEqual(
      ops.filter((op) => op !== "same" && op !== "update"),
      [],
      preview.stdout,
    );
  });

  it("is another one without the alias", async () => {
    const preview = await succeeds(pulumi("preview", project({ name: "sessions" }), "--json"));
    const { changeSummary } = JSON.parse(preview.stdout) as {
      readonly changeSummary: Readonly<Record<string, number>>;
    };
    assert.ok((changeSummary.create ?? 0) > 5 && (changeSummary.delete ?? 0) > 5, preview.stdout);
  });

  after(() => succeeds(pulumi("destroy", project({ name: "former" }), "--yes", "--skip-preview")));
});
