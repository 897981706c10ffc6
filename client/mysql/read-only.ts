import type { PoolConnection } from "mysql2";
import { DatabaseConnectionError } from "../failure";

/**
 * Whether a reader answered to a write: ER_READ_ONLY_MODE, or ER_OPTION_PREVENTS_STATEMENT, which other options cause too.
 * https://dev.mysql.com/doc/mysql-errors/8.4/en/server-error-reference.html
 */
export function isReadOnly({ errno, message }: { readonly errno?: unknown; readonly message?: string }): boolean {
  return errno === 1836 || (errno === 1290 && /read[-_]only/.test(message ?? ""));
}

/** Has a connection leave its pool at its release, once a write was refused for being read-only. */
export function leaveWhenReadOnly(connection: PoolConnection): void {
  let stale = false;
  const note = (error: unknown): void => {
    stale ||= isReadOnly((error as { readonly errno?: unknown; readonly message?: string } | null) ?? {});
  };
  const inner = connection as unknown as Inner;
  const addCommand = inner.addCommand.bind(connection);
  inner.addCommand = (command) => {
    const { onResult } = command;
    if (onResult === undefined) {
      command.on("error", note);
    } else {
      command.onResult = (error, ...rest) => {
        note(error);
        onResult(error, ...rest);
      };
    }
    return addCommand(command);
  };
  const release = connection.release.bind(connection);
  connection.release = () => (stale ? connection.destroy() : release());
}

/** Of mysql2's connection what its types leave out: each statement is a command, with a callback or with events. */
interface Inner {
  addCommand(command: Command): Command;
}

interface Command extends NodeJS.EventEmitter {
  onResult?: (error: unknown, ...rest: readonly unknown[]) => void;
}

/** A server that is read-only is a reader, or the old writer after a failover. Both engines have both variables. */
export async function refuseReader(connection: PoolConnection, host: string): Promise<void> {
  try {
    const [rows] = await connection.promise().query("SELECT @@global.read_only AS a, @@global.innodb_read_only AS b");
    const [{ a, b }] = rows as unknown as [{ readonly a: unknown; readonly b: unknown }];
    if (![a, b].every((value) => value === 0 || value === "OFF")) {
      throw new DatabaseConnectionError("READ_ONLY", `${host} led to a server that takes no writes.`);
    }
  } catch (error) {
    connection.destroy();
    throw error;
  }
}
