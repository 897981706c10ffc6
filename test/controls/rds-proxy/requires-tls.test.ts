import { describeControl } from "../../support/control-cases";
import { pending, type Row } from "../../support/program";

const proxy = (requireTls?: boolean | ReturnType<typeof pending>): Row => ({
  type: "aws:rds/proxy:Proxy",
  name: "subject",
  props: {
    engineFamily: "POSTGRESQL",
    roleArn: "arn:aws:iam::111122223333:role/proxy",
    vpcSubnetIds: ["subnet-1", "subnet-2"],
    ...(requireTls === undefined ? {} : { requireTls }),
  },
});

describeControl("rds-proxy-requires-tls", [
  { shows: "required", given: [proxy(true)], answer: "holds" },
  { shows: "switched off", given: [proxy(false)], answer: "fails", says: "requireTls is false" },
  { shows: "not set", given: [proxy()], answer: "fails", says: "requireTls is not set (off by default)" },
  { shows: "known at deploy", given: [proxy(pending())], answer: "undecided" },
]);
