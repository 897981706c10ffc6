/**
 * What is said of a credential_process that failed, without its command line, which Node's error begins with and whose
 * arguments may be secrets. What the process itself said is in the lines after the first.
 * https://nodejs.org/api/child_process.html#child_processexeccommand-options-callback
 */
export function withoutCommandLine(message: string): string {
  return message.replace(/\bCommand failed: .*/, "its credential_process failed");
}
