import { pending, type Row } from "../../support/program";

type SecretProps = NonNullable<Extract<Row, { type: "aws:secretsmanager/secret:Secret" }>["props"]>;

export const secret = (props: SecretProps = {}): Row => ({
  type: "aws:secretsmanager/secret:Secret",
  name: "subject",
  props,
});

/** A proxy that reads the secret. */
export const proxy: Row = {
  type: "aws:rds/proxy:Proxy",
  name: "proxy",
  props: { engineFamily: "POSTGRESQL", auths: [{ secretArn: pending("subject") }] },
};
