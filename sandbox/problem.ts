/** An error that the user can mend: printed as its message alone, without a stack. */
export class Problem extends Error {
  override readonly name = "Problem";
}
