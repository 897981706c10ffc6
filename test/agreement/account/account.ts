import type { Answers, Input } from "../../audit/read/stub-clients";
import type { Row } from "../../support/program";
import { account, deployed, NotDeployable } from "./deployed";
import { keyAnswers, secretAnswers } from "./keys";
import { monitoringAnswers, networkAnswers } from "./network";
import { rdsAnswers } from "./rds";
import { backupAnswers, iamAnswers, tableAnswers, tablePolicy } from "./tables";

/**
 * What AWS answers once these rows are deployed, in the shapes of its APIs.
 * @throws NotDeployable where that depends on what no row says
 */
export function accountOf(rows: readonly Row[]): Answers {
  const elsewhere = rows.find(({ props = {} }) => (props as { readonly region?: unknown }).region !== undefined);
  if (elsewhere !== undefined) {
    throw new NotDeployable("a resource of another region, of which an account has a description of its own");
  }
  const all = deployed([...rows, ...tablesNamed(rows)]);
  const secrets = secretAnswers(all);
  const ofSecret = secrets.GetResourcePolicy as (input: Input) => object;
  return {
    GetCallerIdentity: { Account: account },
    ...rdsAnswers(all),
    ...networkAnswers(all),
    ...keyAnswers(all),
    ...secrets,
    ...tableAnswers(all),
    ...backupAnswers(all),
    ...iamAnswers(all),
    ...monitoringAnswers(all),
    // Two services have a call of this name.
    GetResourcePolicy: (input: Input) =>
      input.SecretId === undefined ? tablePolicy(all, input.ResourceArn) : ofSecret(input),
  };
}

/** The tables that the policies and destinations of a program name by their ARN or name alone. */
function tablesNamed(rows: readonly Row[]): readonly Row[] {
  const names = rows.flatMap(({ props = {} }) => {
    const { resourceArn, tableName } = props as { readonly resourceArn?: unknown; readonly tableName?: unknown };
    const named = /:table\/([^/]+)/.exec(typeof resourceArn === "string" ? resourceArn : "")?.[1];
    return named ?? (typeof tableName === "string" ? tableName : []);
  });
  return [...new Set(names)]
    .filter((name) => !rows.some((row) => row.name === name))
    .map((name) => ({ type: "aws:dynamodb/table:Table", name, props: {} }));
}
