import { mustBeOn } from "../answers";
import { defineControl } from "../control";

export const requiresTls = defineControl<"dbProxies", object>({
  id: "rds-proxy-requires-tls",
  title: "RDS proxy refuses connections without TLS",
  subject: "dbProxies",
  severity: "medium",
  why: "Without enforcement a client can send passwords, queries and rows to the proxy in clear text.",
  remediation: "Set requireTls to true.",
  peerIds: { securityHub: ["RDS.43"] },
  options: {},
  looksAt: "resource",
  evaluate: ({ requireTls }) => mustBeOn("requireTls", requireTls, "off by default"),
  remedy: { types: ["aws:rds/proxy:Proxy", "aws-native:rds:DbProxy"], properties: () => ({ requireTls: true }) },
});
