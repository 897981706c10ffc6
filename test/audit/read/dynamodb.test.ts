import assert from "node:assert/strict";
import { readValue } from "../../../inventory/from-account/description";
import { read } from "./read-region";
import { type Answers, awsError, type Input } from "./stub-clients";

const arnOf = (name: unknown) => `arn:aws:dynamodb:eu-west-1:111122223333:table/${name}`;
const tagged = (name: string, Value: string) => ({ ResourceARN: arnOf(name), Tags: [{ Key: "team", Value }] });

const account: Answers = {
  ListTables: { TableNames: ["carts", "orders", "stock"] },
  DescribeTable: ({ TableName }: Input) => ({ Table: { TableName, TableArn: arnOf(TableName) } }),
  GetResources: ({ PaginationToken }: Input) =>
    PaginationToken
      ? { ResourceTagMappingList: [tagged("stock", "logistics")], PaginationToken: "" }
      : { ResourceTagMappingList: [tagged("carts", "shop")], PaginationToken: "2" },
};

const teams = ({ tables }: Awaited<ReturnType<typeof read>>["description"]) =>
  tables.map(({ tags }) => readValue(tags)?.map(({ Value }) => Value) ?? "unread");

describe("reading tables", () => {
  it("takes the tags of all of them from a list", async () => {
    const { description, stub, unread } = await read(account);
    assert.deepEqual([teams(description), unread], [[["shop"], [], ["logistics"]], []]);
    assert.deepEqual(
      stub.sent.filter((call) => call.includes("Resources") || call.includes("Tags")),
      ["GetResources", "GetResources"],
    );
  });

  it("keeps the tags that it has read where the list breaks off", async () => {
    const { description, unread } = await read({
      ...account,
      GetResources: ({ PaginationToken }: Input) => {
        if (PaginationToken) {
          throw awsError("AccessDeniedException", "no", 400);
        }
        return { ResourceTagMappingList: [tagged("carts", "shop")], PaginationToken: "2" };
      },
    });
    assert.deepEqual(teams(description), [["shop"], "unread", "unread"]);
    assert.deepEqual(
      unread.map(({ call, about }) => [call, about]),
      [["tag:GetResources", []]],
    );
  });

  it("asks none where it sends its changes in a region without a Kinesis stream", async () => {
    const { description, stub } = await read(account);
    assert.deepEqual(
      description.tables.map(({ destinations }) => destinations),
      [{ value: [] }, { value: [] }, { value: [] }],
    );
    assert.equal(stub.actions.has("kinesis:ListStreams"), true);
    assert.equal(stub.actions.has("dynamodb:DescribeKinesisStreamingDestination"), false);
  });

  it("asks each where there is one", async () => {
    const { description, stub } = await read({
      ...account,
      ListStreams: { StreamNames: ["changes"] },
      DescribeKinesisStreamingDestination: ({ TableName }: Input) => ({
        KinesisDataStreamDestinations: TableName === "carts" ? [{ StreamArn: "arn:changes" }] : [],
      }),
    });
    assert.deepEqual(
      description.tables.map(({ destinations }) => readValue(destinations)?.map(({ StreamArn }) => StreamArn)),
      [["arn:changes"], [], []],
    );
    assert.equal(stub.sent.filter((call) => call.startsWith("DescribeKinesisStreamingDestination")).length, 3);
  });

  it("does not take streams that it may not list for none", async () => {
    const { description, unread } = await read({
      ...account,
      ListStreams: awsError("AccessDeniedException", "no", 400),
    });
    assert.deepEqual(
      description.tables.map(({ destinations }) => destinations),
      Array(3).fill({ unread: "kinesis:ListStreams was denied" }),
    );
    assert.deepEqual(
      unread.map(({ call }) => call),
      ["kinesis:ListStreams"],
    );
  });

  it("asks nothing of all of them where there are none", async () => {
    const { stub } = await read({});
    assert.deepEqual([stub.actions.has("tag:GetResources"), stub.actions.has("kinesis:ListStreams")], [false, false]);
  });
});
