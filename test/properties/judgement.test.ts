import assert from "node:assert/strict";
import fc from "fast-check";
import { type AnyControl, controls } from "../../controls";
import { ask, optionsOf } from "../../controls/judge";
import type { Resource } from "../../inventory/model";
import { fromProgram, type ProgramResource, type ReadType, readTypes } from "../../inventory/program";
import { failureMessage, undecidedMessage } from "../../policy-pack/messages";
import { anyReaders, propertyBag, type Read, secretMark } from "./bag";

/** Property bags in all, spread evenly over the types. */
const bags = 100_000;
/** Resources of one program: enough to refer to one another. */
const together = 5;
/** Seconds that the judgement of one program may take; most take milliseconds. */
const bound = 2;

describe(`${bags} arbitrary resources`, () => {
  let linked = 0;
  after(() => assert.ok(linked > bags / together / 3, `only ${linked} programs have resources that name one another`));

  const programs = Math.ceil(bags / together / readTypes.length);

  for (const [index, type] of readTypes.entries()) {
    it(`${type}: no control throws, hangs or tells a secret`, () => {
      const others = Array.from(
        { length: together - 1 },
        (_, offset) => readTypes[(index + offset * 7 + 1) % readTypes.length],
      );
      const types = [type, ...(others as ReadType[])];
      fc.assert(
        fc.property(anyReaders(together), (readers) => {
          const resources = types.map((each, position) =>
            resource(each, position, propertyBag(readers[position] as Read), types),
          );
          linked += Number(haveLinks(resources));
          judged(resources);
        }),
        // Smaller values tell no more here, and looking for them takes long.
        { numRuns: programs, endOnFailure: true },
      );
    });
  }
});

/** Each property may come from each of the others, as far as dependencies tell. */
function resource(
  type: ReadType,
  position: number,
  props: Record<string, unknown>,
  types: readonly ReadType[],
): ProgramResource {
  const sources = types.flatMap((other, index) => (index === position ? [] : [urn(other, index)]));
  const dependencies = new Proxy({}, { get: () => sources.slice(0, (position % 2) + 1) });
  return { urn: urn(type, position), type, name: `resource-${position}`, props, dependencies };
}

/** Whether an identifier of one resource is a property of another. */
function haveLinks(resources: readonly ProgramResource[]): boolean {
  const lists = Object.values(fromProgram(resources)).filter(Array.isArray).flat() as Resource[];
  return lists.some((one) =>
    one.identifiers?.some((identifier) =>
      lists.some((other) => other.id !== one.id && Object.values(other).includes(identifier)),
    ),
  );
}

function urn(type: string, position: number): string {
  return `urn:pulumi:dev::shop::${type}::resource-${position}`;
}

function judged(resources: readonly ProgramResource[]): void {
  const started = performance.now();
  const inventory = fromProgram(resources);
  for (const control of controls) {
    const options = optionsOf(control, "enabled" in control.options ? { enabled: true } : {});
    for (const subject of inventory[control.subject]) {
      const message = messageOf(control, subject, options);
      assert.ok(!message.includes(secretMark), `${control.id} tells a secret: ${message.slice(0, 500)}`);
    }
  }
  const seconds = (performance.now() - started) / 1000;
  assert.ok(seconds < bound, `the judgement took ${seconds} s`);

  function messageOf(control: AnyControl, subject: Resource, options: object): string {
    const answer = ask(control, subject, inventory, options);
    switch (answer.answer) {
      case "fails":
        return failureMessage(control, subject, "", answer);
      case "undecided":
        return undecidedMessage(control, subject, "", answer);
      default:
        return "";
    }
  }
}
