/** The audit cannot go on at all; the message is one sentence for its user. */
export class CannotAudit extends Error {
  override readonly name = "CannotAudit";
}
