import type { ContinuousBackupsDescription, TableDescription } from "@aws-sdk/client-dynamodb";
import type { PrefixListEntry, RouteTable, SecurityGroup, Subnet } from "@aws-sdk/client-ec2";
import type { KeyMetadata } from "@aws-sdk/client-kms";
import type { DBInstance, DBParameterGroup, OptionGroup, Parameter } from "@aws-sdk/client-rds";

/** What a list call returned: everything, or (with `unread`) what came before it failed. */
export interface Listing<T> {
  readonly items: readonly T[];
  /** Why there may be more: "rds:DescribeDBInstances was denied". */
  readonly unread?: string;
}

/** What a call about one resource returned, or why it returned nothing. */
export type Fact<T> = { readonly value: T } | { readonly unread: string };

/** A DynamoDB table, as its two describing calls tell. */
export interface DescribedTable {
  readonly name: string;
  readonly table: Fact<TableDescription>;
  readonly backups: Fact<ContinuousBackupsDescription>;
}

/** One region of an account, as AWS describes it. */
export interface AccountDescription {
  readonly region: string;
  /** Those of RDS and Aurora. */
  readonly dbInstances: Listing<DBInstance>;
  /** The parameter groups of the region; `default.*` ones may be missing. */
  readonly dbParameterGroups: Listing<DBParameterGroup>;
  /** The modified parameters of each parameter group that an instance uses, by its name; no `default.*` ones. */
  readonly parameters: ReadonlyMap<string, Listing<Parameter>>;
  /** The option groups of the region; `default:*` ones may be missing. */
  readonly dbOptionGroups: Listing<OptionGroup>;
  readonly subnets: Listing<Subnet>;
  readonly routeTables: Listing<RouteTable>;
  readonly securityGroups: Listing<SecurityGroup>;
  /** The entries of each prefix list that a rule names, by its id. */
  readonly prefixLists: ReadonlyMap<string, Listing<PrefixListEntry>>;
  /** The tables' names could not be listed. */
  readonly tablesUnread?: string;
  readonly tables: readonly DescribedTable[];
  /** Each key that an instance or a table names, by that name (a key's ARN or an alias). */
  readonly keys: ReadonlyMap<string, Fact<KeyMetadata>>;
}

/** The value that AWS returned, or undefined where it returned none. */
export function readValue<T>(fact: Fact<T>): T | undefined {
  return "value" in fact ? fact.value : undefined;
}
