import type { DynamodbTable, Tags } from "../model";
import type { ProgramResource } from "../program/program-resource";
import { Properties } from "../program/properties";
import { isUnknown, unknown } from "../value";

const tagType = "aws:dynamodb/tag:Tag";

interface Mark {
  readonly tag: Properties;
  /** Whether it is surely the table's, or only the deploy tells. */
  readonly sure: boolean;
}

/** Adds each aws.dynamodb.Tag to the tags of the table that it names, whichever provider declares that. */
export function withSeparateTags(
  tables: readonly DynamodbTable[],
  resources: readonly ProgramResource[],
): readonly DynamodbTable[] {
  const tags = resources.filter(({ type }) => type === tagType).map((resource) => Properties.of(resource));
  if (tags.length === 0) {
    return tables;
  }
  const declared = new Set(tables.map(({ id }) => id));
  const byTable = new Map<string, Mark[]>();
  for (const tag of tags) {
    const names = tablesNamedBy(tag, declared);
    for (const name of names) {
      byTable.set(name, [...(byTable.get(name) ?? []), { tag, sure: names.length === 1 && name !== anyTable }]);
    }
  }
  return tables.map((table) => {
    const own = [anyTable, table.id, ...table.identifiers].flatMap((name) => byTable.get(name) ?? []);
    return own.length === 0 ? table : { ...table, tags: own.reduce(tagged, table.tags) };
  });
}

/** Stands for what comes from none of the program's resources: it may be every table's. */
const anyTable = "";

function tablesNamedBy(tag: Properties, declared: ReadonlySet<string>): readonly string[] {
  const reference = tag.reference("resourceArn");
  if (!isUnknown(reference)) {
    return reference === undefined ? [] : [reference];
  }
  return reference.sources.length === 0 ? [anyTable] : reference.sources.filter((source) => declared.has(source));
}

function tagged(tags: Tags, { tag, sure }: Mark): Tags {
  const key = tag.string("key");
  if (isUnknown(tags) || key === undefined) {
    return tags;
  }
  if (!sure) {
    return unknown("the tags that an aws.dynamodb.Tag adds, known at deploy");
  }
  return isUnknown(key) ? key : { ...tags, [key]: tag.string("value") };
}
