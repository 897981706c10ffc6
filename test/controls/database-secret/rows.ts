import { pending, type Row } from "../../support/program";

type SecretProps = NonNullable<Extract<Row, { type: "aws:secretsmanager/secret:Secret" }>["props"]>;

export const secret = (props: SecretProps = {}): Row => ({
  type: "aws:secretsmanager/secret:Secret",
  name: "subject",
  props,
});

/** A proxy with credentials from a secret. */
export const proxyOf = (secretArn: string | ReturnType<typeof pending>): Row => ({
  type: "aws:rds/proxy:Proxy",
  name: "proxy",
  props: { engineFamily: "POSTGRESQL", auths: [{ secretArn }] },
});

/** A proxy that reads the secret that a case is about. */
export const proxy = proxyOf(pending("subject"));
