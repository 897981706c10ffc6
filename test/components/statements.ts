/** A statement of a policy, as JSON holds it. */
export interface Statement {
  readonly Sid: string;
  readonly Effect: string;
  readonly Principal?: { readonly AWS?: string; readonly Service?: string };
  readonly Action: string | string[];
  readonly Resource?: string | string[];
  readonly Condition?: Record<string, Record<string, unknown>>;
}

export function statements(document: unknown): Statement[] {
  const read = typeof document === "string" ? JSON.parse(document) : document;
  return (read as { Statement: Statement[] }).Statement;
}
