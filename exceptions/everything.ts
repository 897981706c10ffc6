import { matcher } from "./glob";

/** Types of either provider that are as unlike each other as types can be. */
const types = [
  ["aws:rds/instance:Instance", "aws:dynamodb/table:Table", "aws:kms/key:Key"],
  ["aws-native:rds:DbInstance", "aws-native:dynamodb:GlobalTable", "aws-native:kms:Key"],
];

const partitions = ["aws", "aws-cn", "aws-us-gov"];

/** Groups of made-up resources whose members have nothing in common but the form of their names. */
const groups: readonly (readonly string[])[] = [
  ...types.map(([first, second, third]) => [
    `urn:pulumi:a::bb::${first}::ccc`,
    `urn:pulumi:1-2::3_4::x:y:Z$${second}::5.6`,
    `urn:pulumi:zz::w::${third}::k`,
  ]),
  ...partitions.map((partition) => [
    `arn:${partition}:rds:eu-west-1:111122223333:db:ccc`,
    `arn:${partition}:dynamodb:me-south-1:444455556666:table/5.6`,
    `arn:${partition}:kms:ap-east-2:777788889999:key/k`,
  ]),
];

/** Whether a pattern takes in all resources of a provider, or of a partition of AWS, whatever they are. */
export function takesInEverything(pattern: string): boolean {
  const matches = matcher(pattern);
  return groups.some((resources) => resources.every(matches));
}
