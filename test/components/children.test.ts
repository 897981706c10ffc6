import assert from "node:assert/strict";
import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { type Rename, withRenames } from "../../components/shared/renames";
import { type Child, childrenNow, childrenOf, isMadeBy, knownChildren, lost } from "../support/children";
import { componentColumns } from "../support/component-cases";
import { judgedCase } from "../support/judged-cases";
import { run } from "../support/mocks";

describe("what components have made keeps its name, or is found under an alias", function () {
  this.timeout(180_000);
  const known = knownChildren();
  for (const { heading, cases } of componentColumns) {
    it(`of ${heading}`, async () => {
      const gone: string[] = [];
      for (const one of cases) {
        const ofCase = Object.entries(known[heading] ?? {})
          .filter(([, made]) => isMadeBy(made, one.title))
          .map(([child]) => child);
        gone.push(...lost(ofCase, (await judgedCase(one)).children).map((child) => `${one.title}: ${child}`));
      }
      assert.deepEqual(gone, [], "declare the new names in components/shared/renames.ts");
    });
  }

  it("and is all in the list", async () => {
    assert.deepEqual(await childrenNow(known), known, "something is new: npm run children");
  });
});

describe("a child that is renamed", () => {
  const logGroup = "aws:cloudwatch/logGroup:LogGroup";
  const rename: Rename = { component: "Invented", type: logGroup, now: "-trail", before: "-logs" };
  const before = "aws-secure-database:index:Invented$aws:cloudwatch/logGroup:LogGroup::orders-logs";

  async function childrenWith(renames: readonly Rename[], opts?: pulumi.ComponentResourceOptions): Promise<Child[]> {
    class Invented extends pulumi.ComponentResource {
      constructor(name: string) {
        super("aws-secure-database:index:Invented", name, {}, withRenames("Invented", name, opts, renames));
        new aws.cloudwatch.LogGroup(`${name}-trail`, {}, { parent: this, aliases: [{ name: "older" }] });
        new aws.cloudwatch.LogGroup(`${name}-other`, {}, { parent: this });
      }
    }
    let made: pulumi.Resource | undefined;
    const { error } = await run(() => {
      made = new Invented("orders");
    });
    assert.ok(error === undefined && made !== undefined);
    return childrenOf(made);
  }

  it("is lost where nothing says so", async () => {
    assert.deepEqual(lost([before], await childrenWith([])), [before]);
  });

  it("is found where the rename is declared, and no other is", async () => {
    const children = await childrenWith([rename]);
    assert.deepEqual(lost([before, before.replace("orders-logs", "older")], children), []);
    assert.deepEqual(
      children.filter(({ was }) => was.includes(before)).map(({ is }) => is),
      [before.replace("-logs", "-trail")],
    );
  });

  const others: [title: string, rename: Rename][] = [
    ["another component", { ...rename, component: "SecureTable" }],
    ["another type", { ...rename, type: "aws:kms/key:Key" }],
    ["another name", { ...rename, now: "-trails" }],
  ];
  for (const [title, other] of others) {
    it(`is lost where the rename is of ${title}`, async () => {
      assert.deepEqual(lost([before], await childrenWith([other])), [before]);
    });
  }

  it("leaves the user's own transformations in place", async () => {
    const names: string[] = [];
    const note: pulumi.ResourceTransformation = ({ name }) => {
      names.push(name);
      return undefined;
    };
    await childrenWith([rename], { transformations: [note] });
    assert.deepEqual(names, ["orders", "orders-trail", "orders-other"]);
  });
});
