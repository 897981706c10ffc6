/** Why there is no report, in one sentence for its reader. */
export class CannotReport extends Error {}
