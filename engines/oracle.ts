import type { Engine } from "./engine";

/**
 * https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Appendix.Oracle.Options.NetworkEncryption.html
 * https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_LogAccess.Concepts.Oracle.html
 */
export const oracle: Engine = {
  names: ["oracle-ee", "oracle-ee-cdb", "oracle-se2", "oracle-se2-cdb"],
  port: 1521,
  tls: {
    in: "option",
    // The option SSL only opens a second port and leaves clear text possible on the first.
    option: "NATIVE_NETWORK_ENCRYPTION",
    settings: [{ name: "sqlnet.encryption_server", holdsWith: [["required"]], recommended: "REQUIRED" }],
  },
  audit: {
    in: "parameters",
    settings: [{ name: "audit_trail", holdsWith: [["os"], ["db"], ["xml"]], recommended: "DB,EXTENDED" }],
  },
  logExports: ["alert", "audit", "trace", "listener"],
  optionalLogExports: ["oemagent"],
};
