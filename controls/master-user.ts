import type { PasswordSource } from "../inventory/model";
import { isUnknown, type Value } from "../inventory/value";
import { fails, holds, notApplicable, undecided } from "./answers";
import type { Answer } from "./control";

/**
 * The names that the console proposes for the master user of some engine.
 * https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.MasterAccounts.html
 */
const defaultNames = ["admin", "postgres"];

/** Judges the name of a master user; a database without one takes that of what it is made from. */
export function mustHaveUsernameOfItsOwn(
  name: string,
  username: Value<string>,
  refused: readonly string[] = defaultNames,
): Answer {
  if (isUnknown(username)) {
    return undecided(username.waitsFor);
  }
  if (username === undefined) {
    return notApplicable("its master user is that of what it is made from");
  }
  const found = username.trim().toLowerCase();
  return refused.some((refusedName) => refusedName.toLowerCase() === found)
    ? fails(`${name} is ${found}, a default name`, `it must be none of ${refused.join(", ")}`)
    : holds;
}

/** Judges where the master password is kept. */
export function mustNotKeepPassword(name: string, source: Value<PasswordSource>): Answer {
  if (isUnknown(source)) {
    return undecided(source.waitsFor);
  }
  if (source === undefined) {
    return notApplicable("nothing says where its master password comes from");
  }
  return source === "plain"
    ? fails(
        `${name} is set, which the state of the stack keeps`,
        `manageMasterUserPassword must be true or ${name}Wo take its place`,
      )
    : holds;
}
