import { policyDocument, type Statement } from "../shared/policy-document";

export interface OwnItems {
  /** A policy variable, such as "${aws:PrincipalTag/userId}". */
  readonly owner: string;
  readonly writes: boolean;
  readonly indexes: readonly string[];
  /** Absent: all. */
  readonly attributes: readonly string[] | undefined;
}

const reading = ["dynamodb:BatchGetItem", "dynamodb:GetItem", "dynamodb:Query"];
const updating = ["dynamodb:UpdateItem"];
const replacing = ["dynamodb:BatchWriteItem", "dynamodb:DeleteItem", "dynamodb:PutItem"];

/**
 * What may get at the items whose partition key is the caller's own id. Scans are left out: they carry no key.
 * `kmsKeyArn` is the table's key, which DynamoDB opens in the caller's name.
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/specifying-conditions.html
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/encryption.usagenotes.html
 */
export function ownItemsPolicy(tableArn: string, kmsKeyArn: string | undefined, items: OwnItems): string {
  const { owner, writes, indexes, attributes } = items;
  // A request without a key would fit "for all values" of none.
  const own = {
    "ForAllValues:StringEquals": { "dynamodb:LeadingKeys": [owner] },
    Null: { "dynamodb:LeadingKeys": "false" },
  };
  const writing = attributes === undefined ? [...replacing, ...updating].sort() : updating;
  const statements: Statement[] = [
    {
      Sid: "ReadOwnItems",
      Effect: "Allow",
      Action: reading,
      Resource: [tableArn, ...indexes.map((index) => `${tableArn}/index/${index}`)],
      Condition:
        attributes === undefined ? own : limited(own, attributes, "dynamodb:Select", ["SPECIFIC_ATTRIBUTES", "COUNT"]),
    },
  ];
  if (writes) {
    statements.push({
      Sid: "WriteOwnItems",
      Effect: "Allow",
      Action: writing,
      Resource: tableArn,
      Condition:
        attributes === undefined
          ? own
          : limited(own, attributes, "dynamodb:ReturnValues", ["NONE", "UPDATED_OLD", "UPDATED_NEW"]),
    });
  }
  if (kmsKeyArn !== undefined) {
    statements.push({
      Sid: "OpenTable",
      Effect: "Allow",
      Action: "kms:Decrypt",
      Resource: kmsKeyArn,
      Condition: { StringEquals: throughTable(tableArn) },
    });
  }
  return policyDocument(statements);
}

/** As DynamoDB uses the key for one table; its endpoints in China end in a suffix of their own. */
function throughTable(tableArn: string): Record<string, string | string[]> {
  const [, partition, , region, , resource = ""] = tableArn.split(":");
  const names = [`dynamodb.${region}.amazonaws.com`];
  return {
    "kms:ViaService": partition === "aws-cn" ? [...names, `${names[0]}.cn`] : names,
    "kms:EncryptionContext:aws:dynamodb:tableName": resource.replace("table/", ""),
  };
}

type Condition = NonNullable<Statement["Condition"]>;

/** The answer to a request must be limited to the attributes too, or it would hold all of them. */
function limited(
  own: Condition,
  attributes: readonly string[],
  answerKey: string,
  answers: readonly string[],
): Condition {
  return {
    ...own,
    "ForAllValues:StringEquals": { ...own["ForAllValues:StringEquals"], "dynamodb:Attributes": attributes },
    StringEqualsIfExists: { [answerKey]: answers },
  };
}
