import type { Statement } from "../statement";

/** What an SQL command is in OCSF's Datastore Activity. */
interface Activity {
  readonly id: number;
  readonly name: string;
  readonly verbs: readonly string[];
}

/** https://schema.ocsf.io/1.8.0/classes/datastore_activity */
export const activities: readonly Activity[] = [
  { id: 1, name: "Read", verbs: ["READ", "COPY", "FETCH", "TABLE"] },
  {
    id: 2,
    name: "Update",
    verbs: ["UPDATE", "MERGE", "ALTER", "RENAME", "GRANT", "REVOKE", "COMMENT", "SET", "RESET"],
  },
  { id: 3, name: "Connect", verbs: ["CONNECT"] },
  { id: 4, name: "Query", verbs: ["SELECT", "WITH", "EXPLAIN", "VALUES", "SHOW", "DESCRIBE"] },
  { id: 5, name: "Write", verbs: ["INSERT", "REPLACE", "WRITE", "LOAD"] },
  { id: 6, name: "Create", verbs: ["CREATE"] },
  { id: 7, name: "Delete", verbs: ["DELETE", "DROP", "TRUNCATE"] },
];

/** What no other is: a session's end, a transaction's, maintenance. Its name is then the SQL command itself. */
export const otherActivity = 99;

const byVerb = new Map(activities.flatMap(({ id, name, verbs }) => verbs.map((verb) => [verb, { id, name }] as const)));

export function activityOf({ verb }: Statement): { readonly id: number; readonly name: string } {
  return byVerb.get(verb) ?? { id: otherActivity, name: verb === "" ? "Other" : verb };
}
