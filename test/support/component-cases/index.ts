import { access } from "./access";
import { activity } from "./activity";
import { audit, organizationAudit } from "./audit";
import type { ComponentColumn } from "./case";
import { clusters } from "./clusters";
import { guards } from "./guards";
import { instances } from "./instances";
import { networks } from "./networks";
import { tables } from "./tables";

export type { ComponentCase, ComponentColumn } from "./case";

/** Every component and family of engines, in every engine and with every option. */
export const componentColumns: readonly ComponentColumn[] = [
  networks,
  instances,
  ...clusters,
  tables,
  ...guards,
  ...access,
  activity,
  audit,
  organizationAudit,
];
