import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import type { ActivityTable } from "./activity-monitor-arguments";

const endpoint = "struct<ip:string,hostname:string,name:string,port:int,svc_name:string,instance_uid:string>";
const cloud = "struct<provider:string,region:string,account:struct<uid:string>>";

/** What Athena reads of OCSF's events and findings; more can be named later without touching the data. */
export const columns: readonly (readonly [name: string, type: string])[] = [
  ["class_uid", "int"],
  ["activity_id", "int"],
  ["activity_name", "string"],
  ["type_uid", "bigint"],
  ["severity_id", "int"],
  ["severity", "string"],
  ["status_id", "int"],
  ["status", "string"],
  ["status_code", "string"],
  ["status_detail", "string"],
  ["time", "bigint"],
  ["start_time", "bigint"],
  ["end_time", "bigint"],
  ["message", "string"],
  ["actor", "struct<user:struct<name:string>,session:struct<uid:string>,app_name:string>"],
  ["src_endpoint", endpoint],
  ["dst_endpoint", endpoint],
  ["database", "struct<name:string,uid:string>"],
  ["table", "struct<name:string>"],
  ["query_info", "struct<query_string:string,uid:string>"],
  ["finding_info", "struct<uid:string,title:string,types:array<string>,related_events:array<struct<uid:string>>>"],
  ["cloud", cloud],
  ["metadata", "struct<uid:string,version:string,product:struct<name:string,version:string>>"],
  ["unmapped", "map<string,string>"],
];

/**
 * A table over the bucket whose partitions Athena works out by itself, so that nothing need crawl it.
 * https://docs.aws.amazon.com/athena/latest/ug/partition-projection.html
 */
export function activityTable(
  name: string,
  bucket: aws.s3.Bucket,
  clusterResourceId: pulumi.Input<string>,
  { databaseName }: ActivityTable,
  parent: pulumi.Resource,
): aws.glue.CatalogTable {
  const own = name.replaceAll("-", "_");
  const database =
    databaseName ?? new aws.glue.CatalogDatabase(`${name}-activity`, { name: `${own}_activity` }, { parent }).name;
  const location = pulumi.interpolate`s3://${bucket.bucket}/activity/`;
  return new aws.glue.CatalogTable(
    `${name}-activity`,
    {
      name: `${own}_activity`,
      databaseName: database,
      tableType: "EXTERNAL_TABLE",
      parameters: {
        EXTERNAL: "TRUE",
        classification: "json",
        compressionType: "gzip",
        "projection.enabled": "true",
        "projection.cluster.type": "enum",
        "projection.cluster.values": clusterResourceId,
        "projection.day.type": "date",
        "projection.day.format": "yyyy-MM-dd",
        "projection.day.range": "NOW-10YEARS,NOW",
        // Not a template: Athena fills it in.
        "storage.location.template": pulumi.interpolate`${location}cluster=\${cluster}/day=\${day}/`,
      },
      partitionKeys: [
        { name: "cluster", type: "string" },
        { name: "day", type: "string" },
      ],
      storageDescriptor: {
        location,
        inputFormat: "org.apache.hadoop.mapred.TextInputFormat",
        outputFormat: "org.apache.hadoop.hive.ql.io.HiveIgnoreKeyTextOutputFormat",
        serDeInfo: {
          serializationLibrary: "org.openx.data.jsonserde.JsonSerDe",
          parameters: { "ignore.malformed.json": "false" },
        },
        columns: columns.map(([column, type]) => ({ name: column, type })),
      },
    },
    { parent },
  );
}
