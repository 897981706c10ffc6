import type * as pulumi from "@pulumi/pulumi";
import type { Edition } from "../../engines";
import { subnetGroup } from "../rds/given-network";
import { instanceClass } from "../rds/rules";
import { type ArgumentChecks, type ArgumentNames, show } from "../shared/arguments";
import { atLeastOneId, keyArn, oneOf, regionName, securityGroupId, text, topicArn, trueOrFalse } from "../shared/rules";
import type { InstanceReplica } from "./instance-replica-arguments";
import type { SecureInstanceArgs } from "./secure-instance-arguments";

export interface ReplicaSettings {
  readonly name: string;
  /** Absent: that of the instance. */
  readonly instanceClass: pulumi.Input<string> | undefined;
  readonly multiAz: pulumi.Input<boolean>;
  readonly replicaMode: string | undefined;
  /** Absent: those of the instance. */
  readonly securityGroupIds: pulumi.Input<pulumi.Input<string>[]> | undefined;
  /** Absent: it lies where the instance lies. */
  readonly abroad: ReplicaAbroad | undefined;
}

/** What a replica in another region has of its own. */
export interface ReplicaAbroad {
  readonly region: string;
  readonly subnetGroupName: pulumi.Input<string>;
  /** Absent: a key of its own. */
  readonly kmsKeyArn: pulumi.Input<string> | undefined;
  /** Absent: a topic of its own. */
  readonly eventTopicArn: pulumi.Input<string> | undefined;
}

const replicaNames: ArgumentNames<InstanceReplica> = {
  name: true,
  region: true,
  instanceClass: true,
  kmsKeyArn: true,
  subnetGroupName: true,
  securityGroupIds: true,
  eventTopicArn: true,
  multiAz: true,
  replicaMode: true,
};

export function checkReplicas(
  checks: ArgumentChecks,
  { replicas = [], blueGreenUpdate }: SecureInstanceArgs,
  edition: Edition,
): ReplicaSettings[] {
  checks.plain("replicas", replicas, { allowed: "a list of replicas", accepts: Array.isArray });
  const most = edition.mostReplicas ?? 0;
  if (replicas.length > most) {
    checks.refuse(
      `replicas has ${replicas.length}, but ${edition.name} takes ${most === 0 ? "none" : `up to ${most}`}.`,
    );
  }
  return replicas.map((replica, at) => {
    const within = `replicas[${at}]`;
    checks.known(within, replica, replicaNames);
    checks.plain(`${within}.name`, replica.name, replicaName);
    if (replicas.findIndex(({ name }) => name === replica.name) !== at) {
      checks.refuse(`${within}.name is ${show(replica.name)}, which a replica before it has.`);
    }
    if (replica.region !== undefined && blueGreenUpdate === true) {
      checks.refuse(`${within}.region is ${show(replica.region)}, but must be absent beside blueGreenUpdate.`);
    }
    if (replica.region !== undefined && edition.optionsAbroadChosen === true) {
      checks.refuse(
        `${within}.region is ${show(replica.region)}, but must be absent: ` +
          `RDS gives a replica of ${edition.name} in another region no audit trail.`,
      );
    }
    return checkReplica(checks, within, replica, edition);
  });
}

const replicaName = text(
  "1 to 16 lower-case letters, digits and single hyphens, starting with a letter",
  /^(?=.{1,16}$)[a-z](-?[a-z0-9])*$/,
);

function checkReplica(
  checks: ArgumentChecks,
  within: string,
  replica: InstanceReplica,
  edition: Edition,
): ReplicaSettings {
  const { name, securityGroupIds, replicaMode } = replica;
  if (replicaMode !== undefined && !edition.name.startsWith("oracle-")) {
    checks.refuse(`${within}.replicaMode is ${show(replicaMode)}, but only Oracle has a choice of it; leave it out.`);
  }
  return {
    name,
    instanceClass: checks.optionalInput(`${within}.instanceClass`, replica.instanceClass, instanceClass(edition)),
    multiAz: checks.input(`${within}.multiAz`, replica.multiAz, false, trueOrFalse),
    replicaMode:
      replicaMode === undefined
        ? undefined
        : checks.plain(`${within}.replicaMode`, replicaMode, oneOf("open-read-only", "mounted")),
    securityGroupIds:
      securityGroupIds === undefined
        ? undefined
        : checks.list(`${within}.securityGroupIds`, securityGroupIds, atLeastOneId, securityGroupId),
    abroad: checkAbroad(checks, within, replica),
  };
}

function checkAbroad(checks: ArgumentChecks, within: string, replica: InstanceReplica): ReplicaAbroad | undefined {
  const { region, subnetGroupName, securityGroupIds } = replica;
  if (region === undefined) {
    const own = (["kmsKeyArn", "subnetGroupName", "eventTopicArn"] as const).find(
      (argument) => replica[argument] !== undefined,
    );
    if (own !== undefined) {
      checks.refuse(`${within}.${own} is given without region, where a replica has that of the instance.`);
    }
    return undefined;
  }
  if (subnetGroupName === undefined || securityGroupIds === undefined) {
    const missing = subnetGroupName === undefined ? "subnetGroupName" : "securityGroupIds";
    checks.refuse(`${within}.${missing} is missing, but must be given with region, for a network there.`);
  }
  return {
    region: checks.plain(`${within}.region`, region, regionName),
    subnetGroupName: checks.required(`${within}.subnetGroupName`, subnetGroupName, subnetGroup),
    kmsKeyArn: checks.optionalInput(`${within}.kmsKeyArn`, replica.kmsKeyArn, keyArn),
    eventTopicArn: checks.optionalInput(`${within}.eventTopicArn`, replica.eventTopicArn, topicArn),
  };
}
