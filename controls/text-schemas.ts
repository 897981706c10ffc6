import type { TextSchema } from "./control";

/** What the texts in lists of options may be, so that a slip in one is refused and not silently without effect. */
export const cidrBlock: TextSchema = {
  type: "string",
  pattern: "^([0-9]{1,3}(\\.[0-9]{1,3}){3}|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*)/[0-9]{1,3}$",
  description: "a CIDR block such as 10.0.0.0/8",
};

export const prefixListId: TextSchema = {
  type: "string",
  pattern: "^pl-[0-9a-f]+$",
  description: "the id of a prefix list, such as pl-0123456789abcdef0",
};

export const securityGroupId: TextSchema = {
  type: "string",
  pattern: "^sg-[0-9a-f]+$",
  description: "the id of a security group, such as sg-0123456789abcdef0",
};

export const accountId: TextSchema = {
  type: "string",
  pattern: "^[0-9]{12}$",
  description: "the id of an account, 12 digits",
};

export const keyArnPattern: TextSchema = {
  type: "string",
  pattern: "^arn:(aws[a-z-]*|\\*):kms:",
  description: "the ARN of a KMS key, with * for any text, such as arn:aws:kms:eu-west-1:111122223333:key/*",
};

export const tagAssignment: TextSchema = {
  type: "string",
  pattern: "^[^=]+=",
  description: "a tag as key=value",
};
