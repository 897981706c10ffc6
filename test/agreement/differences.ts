import type { ControlId } from "../../controls";

/**
 * Cases about which the gate and the audit differ, by what each shows, with the reason: what these rows cannot say of an
 * account, or what the audit cannot see. A row that nothing needs fails the test.
 */
export const differences: { readonly [id in ControlId]?: { readonly [shows: string]: string } } = {
  "rds-instance-has-security-group": {
    "the default group by its VPC, once that exists":
      "The rows stand for the default group by the VPC that tells it: no text of theirs is its id.",
  },
  "rds-instance-ca-certificate": {
    "not set, where the program makes an expired one the account's default":
      "The default authority of an account is in its databases once they are made; describing it here would repeat the gate's own rule.",
    "the members of a Multi-AZ DB cluster, by an expired default":
      "The default authority of an account is in its databases once they are made; describing it here would repeat the gate's own rule.",
  },
  "rds-cluster-member-not-public": {
    "a Multi-AZ DB cluster in the default subnet group":
      "Whether RDS makes it public depends on that group's subnets, which no row has.",
  },
  "rds-snapshot-encrypted": {
    "a copy without a key, which keeps the customer managed key of its source":
      "A copy is described by its own key alone: the key of its source is not followed.",
    "a copy to another region under a key of the first one":
      "The copy lies in another region, of which an account has a description of its own.",
    "a copy of an unencrypted cluster snapshot under a key, which AWS refuses":
      "AWS refuses it, so that no account has it.",
  },
  "database-security-group-no-public-ingress": {
    "a rule on a group of which the program says nothing":
      "The program does not declare the group: its account shows it only where another program makes it.",
    "a rule on a group that comes from another stack":
      "The program does not declare the group: its account shows it only where another program makes it.",
    "a group of another stack that aws:rds/instance:Instance carries, which is trusted":
      "The program does not declare the group: its account shows it only where another program makes it.",
    "a group of another stack that aws:rds/cluster:Cluster carries, which is trusted":
      "The program does not declare the group: its account shows it only where another program makes it.",
    "a group of another stack that aws:rds/proxy:Proxy carries, which is trusted":
      "The program does not declare the group: its account shows it only where another program makes it.",
    "a group of another stack that aws:dax/cluster:Cluster carries, which is trusted":
      "The program does not declare the group: its account shows it only where another program makes it.",
    "a group of another stack to which the program adds a rule for everybody":
      "The program does not declare the group: its account shows it only where another program makes it.",
    "every port of the default group of a VPC, which an instance without groups carries":
      "The default group is described with the rules that AWS makes, not with those that rows add to it.",
  },
  "database-security-group-source-is-security-group": {
    "a group for databases of another program":
      "The databases that carry the group are in another program, which these rows lack.",
  },
  "database-subnet-group-multi-az": {
    "two zones by their ids": "The subnets are in another program, which these rows lack.",
  },
  "database-secret-rotation": {
    "a proxy whose secret is another one of the program":
      "The case is about the database beside the secret; the account is asked about the secret.",
    "a proxy whose secret is the managed password of a database":
      "The case is about the database beside the secret; the account is asked about every secret.",
    "the password of a directory that an instance joins": "The secret is named by a text that is not the ARN of a row.",
  },
  "database-secret-policy-not-public": {
    "another account and a secret of no database": "The account has a proxy beside the program that reads the secret.",
    "another account and a secret kept elsewhere, which a proxy names too":
      "The secret is in another program, which these rows lack.",
    "another account and a secret kept elsewhere, which no database names":
      "The audit does not ask for secrets that no database names.",
  },
  "database-log-group-retention": {
    "a week of a name that is made of a database's":
      "The rows do not say the name that is made: no text of theirs is it.",
  },
  "iam-dynamodb-leading-keys": {
    "a stream by its dependency in a first preview":
      "The rows do not say the ARN of the stream: its dependency is described as the table.",
  },
  "dynamodb-replica-customer-managed-key": {
    "a key of its own, backups and protection": "The region of a table shows of its replicas the key alone.",
    "no backups": "The region of a table shows of its replicas the key alone.",
    "no protection from deletion": "The region of a table shows of its replicas the key alone.",
  },
  "dynamodb-stream-consumer-encrypted": {
    "a stream of no table beside one":
      "The case is about one of two streams that rows name; the account is asked about the one that a table uses.",
  },
};

/** Controls of which fewer answers than "fails" and "holds" can be had both ways. */
export const agreedAnswers: { readonly [id in ControlId]?: readonly string[] } = {
  // The region of a table shows of its replicas the key alone.
  "dynamodb-replica-customer-managed-key": ["fails"],
};
