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
    // By default it agrees to RC4, DES and MD5 as well.
    advised: {
      "SQLNET.CRYPTO_CHECKSUM_SERVER": "REQUIRED",
      "SQLNET.CRYPTO_CHECKSUM_TYPES_SERVER": "SHA512,SHA384,SHA256",
      "SQLNET.ENCRYPTION_TYPES_SERVER": "AES256,AES192,AES128",
    },
    excludes: "SSL",
  },
  audit: {
    in: "parameters",
    // Of these, RDS exports what is written to files.
    settings: [
      {
        name: "audit_trail",
        holdsWith: [["os"], ["db"], ["xml"]],
        recommended: "XML,EXTENDED",
        static: true,
      },
    ],
  },
  logExports: ["alert", "audit", "trace", "listener"],
  optionalLogExports: ["oemagent"],
};
