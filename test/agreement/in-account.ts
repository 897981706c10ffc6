import assert from "node:assert/strict";
import type { AnyControl, ControlId } from "../../controls";
import { optionsOf } from "../../controls/judge";
import { accountInventory } from "../../inventory/from-account";
import type { Resource } from "../../inventory/model";
import { read } from "../audit/read/read-region";
import type { Case } from "../support/control-cases";
import { pending, type Row } from "../support/program";
import { accountOf } from "./account/account";
import { deployed } from "./account/deployed";

/** A database in the VPC of the rows. */
const database = (rows: readonly Row[]): readonly Row[] => [
  { type: "aws:ec2/subnet:Subnet", name: "beside", props: { vpcId: vpcOf(rows) } },
  { type: "aws:rds/subnetGroup:SubnetGroup", name: "beside-group", props: { subnetIds: [pending("beside")] } },
  {
    type: "aws:rds/instance:Instance",
    name: "beside-database",
    props: { engine: "postgres", dbSubnetGroupName: pending("beside-group") },
  },
];

function vpcOf(rows: readonly Row[]) {
  const vpc = rows.find(({ type }) => type === "aws:ec2/vpc:Vpc");
  const named = rows.flatMap(({ props = {} }) => (props as { readonly vpcId?: unknown }).vpcId ?? []);
  return vpc === undefined
    ? ((named.find((id) => typeof id === "string") as string | undefined) ?? "vpc-default")
    : pending(vpc.name);
}

/** An instance under the key of a case. */
const encrypted: readonly Row[] = [
  {
    type: "aws:rds/instance:Instance",
    name: "beside-database",
    props: { engine: "postgres", storageEncrypted: true, kmsKeyId: pending("subject") },
  },
];

/** A proxy that reads the secret of a case. */
const proxy = (rows: readonly Row[]): readonly Row[] =>
  rows
    .filter(({ type }) => type === "aws:secretsmanager/secret:Secret")
    .map(({ name }, index) => ({
      type: "aws:rds/proxy:Proxy",
      name: `beside-${index}`,
      props: { engineFamily: "POSTGRESQL", auths: [{ secretArn: pending(name) }] },
    }));

/** What stands beside the program in the account: the audit asks about guards of databases that are there alone. */
const beside: { readonly [id in ControlId]?: (rows: readonly Row[]) => readonly Row[] } = {
  "guardduty-rds-protection": database,
  "default-security-group-closed": database,
  "database-key-policy-not-public": (rows) =>
    rows.some(({ name, type }) => name === "subject" && type.startsWith("aws:kms/")) ? encrypted : [],
  "database-secret-policy-not-public": proxy,
};

/**
 * What the audit answers about a case once its program is deployed: the answers about its subject, each once. Where
 * nothing in the account is the subject, the audit has nothing to say, which is "not-applicable".
 * @throws NotDeployable where AWS shows something that no row says
 */
export async function answersInAccount(control: AnyControl, { options }: Case, rows: readonly Row[]): Promise<string> {
  const all = [...rows, ...(beside[control.id]?.(rows) ?? [])];
  const { description, unread } = await read(accountOf(all));
  assert.deepEqual(unread, []);
  const inventory = accountInventory(description);
  const subjects = subjectsOf(inventory[control.subject], rows);
  const answers = subjects.map((subject) => control.evaluate(subject, inventory, optionsOf(control, options)).answer);
  return [...new Set(answers)].sort().join(" and ") || "not-applicable";
}

/** Those that AWS knows by the name of the row "subject", else by that of a part of it, else all of the kind. */
function subjectsOf(candidates: readonly Resource[], rows: readonly Row[]): readonly Resource[] {
  const names = deployed(rows).find(({ row }) => row.name === "subject")?.names;
  const own = candidates.filter(
    ({ id, identifiers }) =>
      names !== undefined && [id, ...identifiers].some((known) => Object.values(names).includes(known)),
  );
  const parts = candidates.filter(({ id }) => /(^|[^a-z])subject($|[^a-z])/.test(id));
  return [own, parts].find(({ length }) => length > 0) ?? candidates;
}
