/** What the detections ask of a database; a component gives them from its arguments. */
export interface DetectionSettings {
  /** Log-ins of one user from one host that fail within a window of the consumer and are too many. */
  readonly failedLogins: number;
  /** Rows that one statement may read. */
  readonly bulkReadRows: number;
  /** When DDL is expected: minutes since Monday, 00:00 UTC, and how many. Absent: at any time. */
  readonly maintenanceWindow?: { readonly start: number; readonly length: number };
  /** The database's master user, whose log-ins are told. */
  readonly masterUsername?: string;
  /** Database users of applications: the log-in of any other is told. Absent: of the master user alone. */
  readonly applicationUsers?: readonly string[];
  /** Ids of detections that are left out. */
  readonly off: readonly string[];
}

/** What an event must be; every part that is given must hold. */
export interface Condition {
  readonly kind?: "connect" | "statement";
  readonly failed?: boolean;
  /** "GRANT", or with what it is about: "CREATE ROLE". */
  readonly commands?: readonly string[];
  /** Found in the text of the statement. */
  readonly text?: RegExp;
  readonly by?: "master or no application";
  readonly rowsOver?: "bulkReadRows";
  readonly at?: "outside the maintenance window";
}

export interface Detection {
  readonly id: string;
  readonly title: string;
  /** What to make of it. */
  readonly description: string;
  readonly severity: "low" | "medium" | "high";
  /** One of these. */
  readonly when: readonly Condition[];
  /** As often as this within a window, by one user from one host; absent: once. */
  readonly times?: "failedLogins";
  /** The options that decide, as docs/activity.md prints them. */
  readonly options: readonly (keyof DetectionSettings)[];
}

const role = ["ROLE", "USER", "GROUP"];

export const detections: readonly Detection[] = [
  {
    id: "repeated-failed-log-ins",
    title: "Log-ins that fail again and again",
    description: "Somebody guesses a password, or an application has a wrong one.",
    severity: "high",
    when: [{ kind: "connect", failed: true }],
    times: "failedLogins",
    options: ["failedLogins"],
  },
  {
    id: "privilege-change",
    title: "Privileges or users changed",
    description: "Somebody was given rights, or a user was made, changed or deleted.",
    severity: "medium",
    when: [
      {
        kind: "statement",
        failed: false,
        commands: [
          "GRANT",
          "REVOKE",
          ...["CREATE", "ALTER", "DROP"].flatMap((verb) => role.map((of) => `${verb} ${of}`)),
          // Of MySQL: SET DEFAULT ROLE too.
          ...["RENAME USER", "SET PASSWORD", "SET DEFAULT"],
        ],
      },
    ],
    options: [],
  },
  {
    id: "ddl-outside-maintenance-window",
    title: "Structure changed outside the maintenance window",
    description:
      "A table, a function or another part of the database was made, changed or deleted at a time when nobody should.",
    severity: "medium",
    when: [
      {
        kind: "statement",
        failed: false,
        commands: ["CREATE", "ALTER", "DROP", "TRUNCATE", "RENAME"],
        at: "outside the maintenance window",
      },
    ],
    options: ["maintenanceWindow"],
  },
  {
    id: "log-in-of-no-application",
    title: "Log-in of the master user or of one that is no application's",
    description: "Somebody works in the database by hand.",
    severity: "medium",
    when: [{ kind: "connect", failed: false, by: "master or no application" }],
    options: ["masterUsername", "applicationUsers"],
  },
  {
    id: "bulk-read",
    title: "Very many rows read at once",
    description: "One statement read more rows than an application needs: a copy of the data may be leaving.",
    severity: "high",
    when: [{ kind: "statement", failed: false, rowsOver: "bulkReadRows" }],
    options: ["bulkReadRows"],
  },
  {
    id: "audit-switched-off",
    title: "The database's own audit was changed",
    description: "A setting or an extension that writes the audit log was changed from within the database.",
    severity: "high",
    when: [
      {
        kind: "statement",
        failed: false,
        commands: ["ALTER", "SET", "RESET"],
        text: /\b(pgaudit\s*\.|log_statement\b|log_connections\b|log_disconnections\b|server_audit_)/i,
      },
      { kind: "statement", failed: false, commands: ["DROP EXTENSION"], text: /\bpgaudit\b/i },
      { kind: "statement", failed: false, commands: ["UNINSTALL"], text: /\bserver_audit\b/i },
      {
        kind: "statement",
        failed: false,
        commands: ["SELECT"],
        text: /\bset_config\s*\(\s*'(pgaudit\.|log_statement)/i,
      },
    ],
    options: [],
  },
];
