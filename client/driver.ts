import { DatabaseConnectionError } from "./failure";

/** The driver of PostgreSQL, which only those install who connect to one. */
export function loadPg(): typeof import("pg") {
  return load("pg", () => require("pg"));
}

/** The driver of MySQL and MariaDB, which only those install who connect to one. */
export function loadMysql(): typeof import("mysql2") {
  return load("mysql2", () => require("mysql2"));
}

function load<Driver>(name: string, from: () => Driver): Driver {
  try {
    return from();
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code !== "MODULE_NOT_FOUND" || !message.includes(`'${name}'`)) {
      throw error;
    }
    throw new DatabaseConnectionError("DRIVER_MISSING", `The package ${name} is not installed.`, {
      mend: `Install it: npm install ${name}.`,
    });
  }
}
