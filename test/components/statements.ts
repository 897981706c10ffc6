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
  return (JSON.parse(String(document)) as { Statement: Statement[] }).Statement;
}
