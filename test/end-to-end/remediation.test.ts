import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { controls } from "../../controls";
import type { AnyControl, Remedy } from "../../controls/control";
import type { ControlId } from "../../controls/ids";
import { optionsOf } from "../../controls/judge";
import { createStacks } from "../../sandbox/projects";
import { accountContents, policyPack, pulumi, run } from "../../sandbox/scenario";
import { printed } from "./results";

const folder = "test/end-to-end/programs/remediated";

/** The types that the program declares. */
const types = [
  "aws:rds/instance:Instance",
  "aws:rds/cluster:Cluster",
  "aws:rds/clusterInstance:ClusterInstance",
  "aws:rds/proxy:Proxy",
  "aws:kms/key:Key",
  "aws:dynamodb/table:Table",
];

/** The provider of the sandbox is older than the property that it sets. */
const untried: ControlId = "rds-cluster-auto-minor-version-upgrade";

const remedied = controls.filter(
  (control): control is AnyControl & { readonly remedy: Remedy } =>
    control.remedy?.types.some((type) => types.includes(type)) === true && control.id !== untried,
);

type Props = Record<string, unknown>;

/** What a remedy sets, turned into what it mends. */
function wrong(value: unknown): unknown {
  if (typeof value === "object" && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, wrong(inner)]));
  }
  return typeof value === "boolean" ? !value : typeof value === "number" ? 1 : "rds-ca-2019";
}

function properties(control: AnyControl & { readonly remedy: Remedy }, type: string): Props {
  return control.remedy.properties(optionsOf(control), type);
}

/** Whether a control mends what the program declares of a type: a cluster of Aurora leaves the rest to its members. */
function mends({ id, remedy }: (typeof remedied)[number], type: string): boolean {
  const isDeclared = types.includes(type) && remedy.types.includes(type);
  return isDeclared && (type !== "aws:rds/cluster:Cluster" || id.startsWith("rds-cluster-"));
}

function mistakes(): Record<string, Props> {
  return Object.fromEntries(
    types.map((type) => [
      type,
      Object.assign(
        {},
        ...remedied
          .filter((control) => mends(control, type))
          .map((control) => wrong(properties(control, type)) as Props),
      ) as Props,
    ]),
  );
}

describe("a stack under enforcement level remediate", () => {
  const config = { mistakes: JSON.stringify(mistakes()) };
  const packConfig = join(tmpdir(), `remediate-${process.pid}.json`);
  const withPack = ["--policy-pack", policyPack, "--policy-pack-config", packConfig];

  before(() => {
    createStacks([folder], new URL(process.env.PULUMI_BACKEND_URL ?? "").pathname);
    writeFileSync(packConfig, JSON.stringify({ all: "remediate" }));
  });

  it("is blocked without it", async () => {
    const preview = await pulumi("preview", { folder, config }, "--policy-pack", policyPack);
    assert.notEqual(preview.code, 0);
    for (const { id } of remedied) {
      assert.ok(preview.stdout.includes(id), `${id} is not in\n${preview.stdout}`);
    }
  });

  it("deploys clean, and Pulumi shows each remedy", async () => {
    const update = await pulumi("up", { folder, config }, "--yes", ...withPack);
    assert.equal(update.code, 0, printed(update));
    for (const { id } of remedied) {
      assert.match(update.stdout, new RegExp(`\\[remediate\\]\\s+${id}`), printed(update));
    }
  });

  it("has what the remedies say, and its secret inputs are encrypted in the state", async () => {
    const { stdout } = await run("pulumi", ["stack", "export", "-C", folder, "-s", "dev"]);
    const { resources } = (JSON.parse(stdout) as { deployment: { resources: readonly StateResource[] } }).deployment;
    for (const control of remedied) {
      const mended = resources.filter(({ type }) => mends(control, type));
      assert.ok(mended.length > 0, control.id);
      for (const { type, inputs } of mended) {
        for (const [name, value] of Object.entries(properties(control, type))) {
          assert.ok(contains(inputs[name], value), `${control.id}, ${type}: ${JSON.stringify(inputs[name])}`);
        }
      }
    }
    const secrets = [
      find(resources, "aws:rds/instance:Instance")?.inputs.username,
      find(resources, "aws:rds/cluster:Cluster")?.inputs.masterUsername,
      (find(resources, "aws:dynamodb/table:Table")?.inputs.ttl as Props | undefined)?.attributeName,
    ];
    for (const secret of secrets) {
      assert.equal(typeof (secret as Props).ciphertext, "string", JSON.stringify(secret));
    }
    assert.ok(!stdout.includes("known_to_nobody"));
  });

  it("stays as it is: a second preview shows no change", async () => {
    const preview = await pulumi("preview", { folder, config }, "--expect-no-changes", ...withPack);
    assert.equal(preview.code, 0, printed(preview));
  });

  after(async () => {
    const plain = { folder, config: { mistakes: "{}", disposable: "true" } };
    for (const result of [
      await pulumi("up", plain, "--yes", "--skip-preview"),
      await pulumi("destroy", plain, "--yes", "--skip-preview"),
    ]) {
      assert.equal(result.code, 0, printed(result));
    }
    assert.deepEqual(await accountContents(), []);
  });
});

interface StateResource {
  readonly type: string;
  readonly inputs: Readonly<Record<string, unknown>>;
}

function find(resources: readonly StateResource[], wanted: string): StateResource | undefined {
  return resources.find(({ type }) => type === wanted);
}

function contains(found: unknown, wanted: unknown): boolean {
  return typeof wanted === "object" && wanted !== null
    ? typeof found === "object" &&
        found !== null &&
        Object.entries(wanted).every(([name, value]) => contains((found as Props)[name], value))
    : found === wanted;
}
