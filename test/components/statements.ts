import type { Run } from "../support/mocks";

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

/** The statements of a role's inline policy. */
export function statementsOfRole({ one }: Run, name: string): Statement[] {
  return statements(one("aws:iam/rolePolicy:RolePolicy", name).inputs.policy);
}

/** What a role's inline policy allows: actions and resources by statement. */
export function allowed(made: Run, name: string) {
  return Object.fromEntries(statementsOfRole(made, name).map(({ Sid, Action, Resource }) => [Sid, [Action, Resource]]));
}
