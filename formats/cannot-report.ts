/** Why there is no report, in one sentence for its reader. */
export class CannotReport extends Error {}

/** A file or a folder that is named is not there, or is of another kind than it should be. */
export class CannotRead extends CannotReport {}

/** A file cannot be written. */
export class CannotWrite extends CannotReport {}
