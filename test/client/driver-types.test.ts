import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";

it("the declarations compile for one who has installed one driver alone", () => {
  const text = readFileSync(join(__dirname, "../../client/driver-types.ts"), "utf8");
  const { outputText } = ts.transpileDeclaration(text, { compilerOptions: { strict: true } });
  const lines = outputText.split("\n");
  const drivers = lines.filter((line) => line.includes("import("));
  assert.equal(drivers.length, 4);
  for (const line of drivers) {
    assert.equal(lines[lines.indexOf(line) - 1], "/** @ts-ignore */", line);
  }
});
