import type { DbInstance, PasswordSource } from "../model";
import type { Properties } from "../program/properties";
import { isUnknown, type Value } from "../value";

type MasterUser = Pick<
  DbInstance,
  "masterUsername" | "masterPassword" | "masterUserSecret" | "masterUserSecretKmsKeyId"
>;

/** The master user of an instance or a cluster. */
export function masterUser(properties: Properties): MasterUser {
  const secret = properties.object("masterUserSecret");
  return {
    masterUsername: properties.string("masterUsername"),
    masterPassword: passwordSource(properties),
    masterUserSecret: isUnknown(secret) ? secret : secret?.reference("secretArn"),
    masterUserSecretKmsKeyId: isUnknown(secret) ? secret : secret?.reference("kmsKeyId"),
  };
}

/** A password that is written down is one in plain sight, known or not, whatever else is set. */
function passwordSource(properties: Properties): Value<PasswordSource> {
  if (properties.has("masterUserPassword")) {
    return "plain";
  }
  const managed = properties.boolean("manageMasterUserPassword");
  return isUnknown(managed) ? managed : managed === true ? "managed" : undefined;
}
