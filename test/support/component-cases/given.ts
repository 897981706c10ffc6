/** What cases are given that is there already. */
export const given = {
  password: "correct-horse-battery",
  key: "arn:aws:kms:eu-west-1:123456789012:key/0000-1111",
  keyElsewhere: "arn:aws:kms:eu-central-1:123456789012:key/0000-1111",
  secret: "arn:aws:secretsmanager:eu-west-1:123456789012:secret:orders-AbCdEf",
  cluster: "arn:aws:rds:eu-west-1:123456789012:cluster:orders",
  role: "arn:aws:iam::123456789012:role/orders",
  topic: "arn:aws:sns:eu-west-1:123456789012:security",
  tags: { team: "orders" },
} as const;

export const region = "eu-central-1";
