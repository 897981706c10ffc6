import type * as pulumi from "@pulumi/pulumi";
import type { ControlId } from "../../controls/ids";
import { type BackupSettings, backupArgumentNames, checkBackup } from "../backup/backup";
import { ArgumentChecks, type ArgumentNames, show } from "../shared/arguments";
import { keyArn, mustBeTrue, oneOf, resourceName, trueOrFalse, wholeNumber } from "../shared/rules";
import { type CapacitySettings, checkCapacity } from "./capacity-settings";
import { checkIndexes, type IndexSettings } from "./index-settings";
import type {
  SecureTableAccess,
  SecureTableArgs,
  SecureTableImport,
  SecureTableReplica,
} from "./secure-table-arguments";
import { checkAccess, checkImport, checkKinesis, checkReplicas, type KinesisSettings } from "./table-feature-settings";

const argumentNames: ArgumentNames<SecureTableArgs> = {
  ...backupArgumentNames,
  hashKey: true,
  rangeKey: true,
  attributes: true,
  globalSecondaryIndexes: true,
  localSecondaryIndexes: true,
  timeToLiveAttribute: true,
  tableClass: true,
  onDemandMaximums: true,
  provisioned: true,
  streamViewType: true,
  kinesis: true,
  replicas: true,
  pointInTimeRecovery: true,
  pointInTimeRecoveryDays: true,
  deletionProtection: true,
  contributorInsights: true,
  access: true,
  importFromS3: true,
  kmsKeyArn: true,
  tags: true,
  acceptedRisks: true,
};

/** The controls that an argument can weaken. */
const acceptable: readonly ControlId[] = [
  "dynamodb-table-point-in-time-recovery",
  "dynamodb-table-deletion-protection",
  "dynamodb-table-backup-plan",
];

/** A SecureTable's arguments, checked and completed by their defaults. */
export interface TableSettings extends IndexSettings {
  readonly capacity: CapacitySettings;
  readonly tableClass: pulumi.Input<string> | undefined;
  /** Absent: no stream. */
  readonly streamViewType: string | undefined;
  readonly kinesis: KinesisSettings | undefined;
  readonly replicas: readonly SecureTableReplica[];
  readonly pointInTimeRecovery: pulumi.Input<boolean>;
  readonly pointInTimeRecoveryDays: pulumi.Input<number> | undefined;
  readonly deletionProtection: pulumi.Input<boolean>;
  readonly contributorInsights: boolean;
  readonly access: SecureTableAccess;
  readonly importFromS3: SecureTableImport | undefined;
  readonly backup: BackupSettings;
  readonly kmsKeyArn: pulumi.Input<string> | undefined;
}

export function checkSecureTable(name: string, args: SecureTableArgs): TableSettings {
  const checks = new ArgumentChecks(`SecureTable ${JSON.stringify(name)}`, args, argumentNames, acceptable);
  checks.plain("name", name, resourceName);
  const indexes = checkIndexes(checks, args);
  const replicas = checkReplicas(checks, args.replicas);
  return checks.settled({
    ...indexes,
    capacity: checkCapacity(checks, args),
    tableClass: checks.optionalInput("tableClass", args.tableClass, oneOf("STANDARD", "STANDARD_INFREQUENT_ACCESS")),
    streamViewType: streamView(checks, args.streamViewType, replicas),
    kinesis: checkKinesis(checks, args.kinesis),
    replicas,
    pointInTimeRecovery: checks.input(
      "pointInTimeRecovery",
      args.pointInTimeRecovery,
      true,
      trueOrFalse,
      mustBeTrue("dynamodb-table-point-in-time-recovery"),
    ),
    pointInTimeRecoveryDays: checks.optionalInput(
      "pointInTimeRecoveryDays",
      args.pointInTimeRecoveryDays,
      wholeNumber(1, 35, "days"),
    ),
    deletionProtection: checks.input(
      "deletionProtection",
      args.deletionProtection,
      true,
      trueOrFalse,
      mustBeTrue("dynamodb-table-deletion-protection"),
    ),
    contributorInsights: checks.plain("contributorInsights", args.contributorInsights ?? false, trueOrFalse),
    access: checkAccess(checks, args.access),
    importFromS3: checkImport(checks, args.importFromS3),
    backup: checkBackup(checks, args, "dynamodb-table-backup-plan"),
    kmsKeyArn: checks.optionalInput("kmsKeyArn", args.kmsKeyArn, keyArn),
  });
}

const everyImage = "NEW_AND_OLD_IMAGES";
const views = oneOf<string>("KEYS_ONLY", "NEW_IMAGE", "OLD_IMAGE", everyImage);

/** https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/V2globaltables_HowItWorks.html */
function streamView(
  checks: ArgumentChecks,
  given: string | undefined,
  replicas: readonly SecureTableReplica[],
): string | undefined {
  const view = given ?? (replicas.length > 0 ? everyImage : undefined);
  if (view !== undefined) {
    checks.plain("streamViewType", view, views);
    if (replicas.length > 0 && view !== everyImage) {
      checks.refuse(`streamViewType is ${show(view)} beside replicas, but must be ${show(everyImage)} with them.`);
    }
  }
  return view;
}
