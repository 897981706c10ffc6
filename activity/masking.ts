import type { ActivityEvent } from "./events";

/** What is kept back before an event leaves the consumer. */
export interface Masking {
  /** The text of SQL statements, and of error messages, which quote it. */
  readonly text: boolean;
  /** The parameters of prepared statements. */
  readonly parameters: boolean;
}

export const masked = "[masked]";

/** The event without what is to be kept back. */
export function mask(event: ActivityEvent, { text, parameters }: Masking): ActivityEvent {
  if (!text && !parameters) {
    return event;
  }
  const hide = (value: unknown) => (value === null || value === undefined || value === "" ? value : masked);
  return {
    ...event,
    ...(text && { commandText: hide(event.commandText), errorMessage: hide(event.errorMessage) }),
    // An error message quotes the parameters as well.
    ...(parameters && { paramList: listOf(event.paramList), errorMessage: hide(event.errorMessage) }),
  };
}

function listOf(parameters: unknown): unknown {
  return Array.isArray(parameters) ? parameters.map(() => masked) : (parameters ?? undefined) && masked;
}
