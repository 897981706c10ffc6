import { pending, type Row } from "../../support/program";

type KeyProps = NonNullable<Extract<Row, { type: "aws:kms/key:Key" }>["props"]>;

export const key = (props: KeyProps = {}): Row => ({ type: "aws:kms/key:Key", name: "subject", props });

/** An instance that the key encrypts. */
export const orders: Row = {
  type: "aws:rds/instance:Instance",
  name: "orders",
  props: { engine: "postgres", kmsKeyId: pending("subject") },
};
