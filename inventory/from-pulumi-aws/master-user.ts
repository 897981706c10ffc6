import type { DbInstance, PasswordSource } from "../model";
import type { Properties } from "../program/properties";
import { isUnknown, type Value } from "../value";

type MasterUser = Pick<
  DbInstance,
  "masterUsername" | "masterPassword" | "masterUserSecret" | "masterUserSecretKmsKeyId"
>;

/** How a resource calls its properties of the master user: instances differ from clusters. */
interface Names {
  readonly username: string;
  readonly password: string;
}

/** The master user of an instance or a cluster. */
export function masterUser(properties: Properties, names: Names): MasterUser {
  return {
    masterUsername: properties.string(names.username),
    masterPassword: passwordSource(properties, names.password),
    masterUserSecret: secretOf(properties),
    masterUserSecretKmsKeyId: properties.reference("masterUserSecretKmsKeyId"),
  };
}

/** A password that is written down is one in plain sight, known or not, whatever else is set. */
function passwordSource(properties: Properties, password: string): Value<PasswordSource> {
  if (properties.has(password)) {
    return "plain";
  }
  const managed = properties.boolean("manageMasterUserPassword");
  if (isUnknown(managed)) {
    return managed;
  }
  if (managed === true) {
    return "managed";
  }
  // Once it is written, only the version of a write-only password is left to see.
  return properties.has(`${password}Wo`) || properties.has(`${password}WoVersion`) ? "write-only" : undefined;
}

function secretOf(properties: Properties): DbInstance["masterUserSecret"] {
  const secrets = properties.objects("masterUserSecrets");
  const [first] = secrets === undefined || isUnknown(secrets) ? [secrets] : secrets;
  return first === undefined || isUnknown(first) ? first : first.reference("secretArn");
}
