import { type ArgumentChecks, type ArgumentNames, type Rule, show } from "../shared/arguments";
import { oneOf, text } from "../shared/rules";
import type { SecureTableGlobalIndex, SecureTableLocalIndex } from "./index-arguments";
import type { SecureTableArgs } from "./secure-table-arguments";

/** Keys and indexes, checked and completed by their defaults, as aws.dynamodb.Table takes them. */
export interface IndexSettings {
  readonly attributes: { name: string; type: string }[];
  readonly globalSecondaryIndexes: (SecureTableGlobalIndex & { projectionType: string })[] | undefined;
  readonly localSecondaryIndexes: (SecureTableLocalIndex & { projectionType: string })[] | undefined;
}

const localIndexNames: ArgumentNames<SecureTableLocalIndex> = {
  name: true,
  rangeKey: true,
  projectionType: true,
  nonKeyAttributes: true,
};

const globalIndexNames: ArgumentNames<SecureTableGlobalIndex> = {
  name: true,
  hashKey: true,
  rangeKey: true,
  projectionType: true,
  nonKeyAttributes: true,
};

export function checkIndexes(checks: ArgumentChecks, args: SecureTableArgs): IndexSettings {
  checks.plain("hashKey", args?.hashKey, attributeName);
  checkRangeKey(checks, "rangeKey", args.rangeKey, "hashKey", args.hashKey);
  if (args.rangeKey === undefined && args.localSecondaryIndexes?.length) {
    checks.refuse(
      "localSecondaryIndexes is given without rangeKey, but must come with it; " +
        "DynamoDB takes local indexes only in a table with a sort key.",
    );
  }
  checks.optionalInput("timeToLiveAttribute", args.timeToLiveAttribute, attributeName);
  return {
    globalSecondaryIndexes: args.globalSecondaryIndexes?.map((index, at) => {
      const argument = `globalSecondaryIndexes[${at}]`;
      checks.known(argument, index, globalIndexNames);
      checks.plain(`${argument}.hashKey`, index.hashKey, attributeName);
      checkRangeKey(checks, `${argument}.rangeKey`, index.rangeKey, `${argument}.hashKey`, index.hashKey);
      return checkedIndex(checks, argument, index);
    }),
    localSecondaryIndexes: args.localSecondaryIndexes?.map((index, at) => {
      const argument = `localSecondaryIndexes[${at}]`;
      checks.known(argument, index, localIndexNames);
      checks.plain(`${argument}.rangeKey`, index.rangeKey, attributeName);
      checkRangeKey(checks, `${argument}.rangeKey`, index.rangeKey, "hashKey", args.hashKey);
      return checkedIndex(checks, argument, index);
    }),
    attributes: keyAttributes(checks, args),
  };
}

/** DynamoDB takes an attribute as one key of a table or index, not as both. */
function checkRangeKey(
  checks: ArgumentChecks,
  argument: string,
  rangeKey: string | undefined,
  hashArgument: string,
  hashKey: string,
): void {
  if (rangeKey !== undefined) {
    checks.plain(argument, rangeKey, attributeName);
    checks.plain(argument, rangeKey, {
      allowed: `another attribute than ${hashArgument}`,
      accepts: (key) => key !== hashKey,
    });
  }
}

function checkedIndex<Index extends SecureTableGlobalIndex | SecureTableLocalIndex>(
  checks: ArgumentChecks,
  argument: string,
  index: Index,
): Index & { projectionType: string } {
  checks.plain(`${argument}.name`, index.name, indexName);
  const projectionType = checks.plain(`${argument}.projectionType`, index.projectionType ?? "ALL", projection);
  const included = index.nonKeyAttributes?.length ?? 0;
  if ((projectionType === "INCLUDE") !== included > 0) {
    checks.refuse(
      `${argument} has projectionType ${show(projectionType)} and ${included} nonKeyAttributes, ` +
        `but must have nonKeyAttributes with "INCLUDE" and only then.`,
    );
  }
  return { ...index, projectionType };
}

/** DynamoDB wants every key attribute declared, and nothing else. */
function keyAttributes(checks: ArgumentChecks, args: SecureTableArgs): IndexSettings["attributes"] {
  const { attributes = {}, globalSecondaryIndexes = [], localSecondaryIndexes = [] } = args;
  const keys = [args, ...globalSecondaryIndexes].flatMap(({ hashKey, rangeKey }) => [hashKey, rangeKey]);
  const names = [...new Set([...keys, ...localSecondaryIndexes.map(({ rangeKey }) => rangeKey)])]
    .filter((key) => key !== undefined)
    .sort();
  checks.plainObject("attributes", attributes, "attribute to type");
  for (const [attribute, type] of Object.entries(attributes)) {
    checks.plain(`attributes[${show(attribute)}]`, type, attributeType);
    if (!names.includes(attribute)) {
      checks.refuse(`attributes names ${show(attribute)}, but must name key attributes only: ${names.join(", ")}.`);
    }
  }
  return names.map((name) => ({ name, type: attributes[name] ?? "S" }));
}

const attributeName = text("the name of an attribute, 1 to 255 characters", /^.{1,255}$/s);
const indexName = text("3 to 255 letters, digits, hyphens, underscores and dots", /^[A-Za-z0-9_.-]{3,255}$/);
const attributeType: Rule<string> = oneOf<string>("S", "N", "B");
const projection: Rule<string> = oneOf<string>("ALL", "KEYS_ONLY", "INCLUDE");
