import type * as pulumi from "@pulumi/pulumi";
import type { ClusterEdition } from "../../engines";
import { instanceClass as classRule } from "../rds/rules";
import { type ArgumentChecks, type ArgumentNames, type Safeguard, show, whenKnown } from "../shared/arguments";
import { text, wholeNumber } from "../shared/rules";
import type { ClusterMember, ClusterMemberArgs, ClusterServerlessV2 } from "./cluster-member-arguments";
import { checkReaderScaling, type ReaderScaling } from "./cluster-scaling";

/** A member of a cluster of Aurora. */
export interface Member {
  /** Ends the name of its resource: "1", "reports". */
  readonly name: string;
  readonly instanceClass: pulumi.Input<string>;
  readonly promotionTier: pulumi.Input<number>;
}

export interface ClusterMembers {
  /** None of a Multi-AZ DB cluster, whose members RDS makes. */
  readonly members: readonly Member[];
  /** The class of members that name none. */
  readonly instanceClass: pulumi.Input<string>;
  readonly serverlessV2: Required<Pick<ClusterServerlessV2, "minCapacity" | "maxCapacity">> | undefined;
  /** Absent: a serverless member never pauses. */
  readonly secondsUntilAutoPause: number | undefined;
  readonly readerScaling: ReaderScaling | undefined;
}

const memberNames: ArgumentNames<ClusterMember> = { name: true, instanceClass: true, promotionTier: true };

const serverlessNames: ArgumentNames<ClusterServerlessV2> = {
  minCapacity: true,
  maxCapacity: true,
  secondsUntilAutoPause: true,
};

const twoOrMore: Safeguard<number> = {
  control: "rds-cluster-multi-az",
  needed: "2 or more",
  holds: (count) => count >= 2,
};

/** A writer and up to 15 readers: https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Aurora.Overview.html */
const count = wholeNumber(1, 16, "members");

export function checkClusterMembers(
  checks: ArgumentChecks,
  args: ClusterMemberArgs,
  edition: ClusterEdition,
): ClusterMembers {
  if (!edition.aurora) {
    for (const argument of ["instanceCount", "instances", "serverlessV2", "readerScaling"] as const) {
      if (args[argument] !== undefined) {
        checks.refuse(
          `${argument} is given, but RDS makes the three members of a Multi-AZ DB cluster of ${edition.name} alike; ` +
            "leave it out.",
        );
      }
    }
  }
  const { serverlessV2 } = args;
  if (serverlessV2 !== undefined && args.instanceClass !== undefined) {
    checks.refuse('instanceClass is given beside serverlessV2, whose class is "db.serverless"; leave one of them out.');
  }
  const instanceClass =
    serverlessV2 === undefined
      ? classOf(checks, "instanceClass", args.instanceClass ?? edition.instanceClass, edition, false)
      : "db.serverless";
  return {
    members: edition.aurora ? checkMembers(checks, args, edition, instanceClass) : [],
    instanceClass,
    ...(serverlessV2 === undefined
      ? { serverlessV2: undefined, secondsUntilAutoPause: undefined }
      : checkCapacity(checks, serverlessV2)),
    readerScaling: checkReaderScaling(checks, args.readerScaling),
  };
}

function classOf(
  checks: ArgumentChecks,
  argument: string,
  value: pulumi.Input<string>,
  edition: ClusterEdition,
  serverless: boolean,
): pulumi.Input<string> {
  return whenKnown(value, (known) => {
    if (known === "db.serverless") {
      return serverless
        ? known
        : checks.refuse(`${argument} is "db.serverless" without serverlessV2, but must come with its capacity.`);
    }
    return checks.plain(argument, known, classRule(edition));
  });
}

function checkMembers(
  checks: ArgumentChecks,
  { instances, instanceCount, serverlessV2 }: ClusterMemberArgs,
  edition: ClusterEdition,
  instanceClass: pulumi.Input<string>,
): Member[] {
  if (instances === undefined) {
    const asked = checks.plain("instanceCount", instanceCount ?? 2, count);
    checks.safe("instanceCount", asked, twoOrMore);
    return Array.from({ length: asked }, (_, at) => ({ name: `${at + 1}`, instanceClass, promotionTier: 1 }));
  }
  if (instanceCount !== undefined) {
    checks.refuse("instanceCount is given beside instances, which are counted; leave it out.");
  }
  checks.plain("instances", instances, {
    allowed: "a list of 1 to 16 members",
    accepts: (list) => Array.isArray(list) && count.accepts(list.length),
  });
  checks.safe("instances.length", instances.length, twoOrMore);
  return instances.map((member, at) => {
    const within = `instances[${at}]`;
    checks.known(within, member, memberNames);
    checks.plain(`${within}.name`, member.name, memberName);
    if (instances.findIndex(({ name }) => name === member.name) !== at) {
      checks.refuse(`${within}.name is ${show(member.name)}, which a member before it has.`);
    }
    return {
      name: member.name,
      instanceClass:
        member.instanceClass === undefined
          ? instanceClass
          : classOf(checks, `${within}.instanceClass`, member.instanceClass, edition, serverlessV2 !== undefined),
      promotionTier: checks.input(`${within}.promotionTier`, member.promotionTier, 1, wholeNumber(0, 15, "a tier")),
    };
  });
}

const memberName = text(
  "1 to 16 lower-case letters, digits and single hyphens, starting with a letter",
  /^(?=.{1,16}$)[a-z](-?[a-z0-9])*$/,
);

function checkCapacity(
  checks: ArgumentChecks,
  given: ClusterServerlessV2,
): Pick<ClusterMembers, "serverlessV2" | "secondsUntilAutoPause"> {
  checks.known("serverlessV2", given, serverlessNames);
  const minCapacity = checks.plain("serverlessV2.minCapacity", given.minCapacity ?? 2, capacity(0));
  const least = Math.max(1, minCapacity);
  const because = given.minCapacity === undefined ? ", as minCapacity is 2 by default" : "";
  const maxCapacity = checks.plain("serverlessV2.maxCapacity", given.maxCapacity ?? Math.max(16, minCapacity), {
    ...capacity(least),
    allowed: capacity(least).allowed + because,
  });
  if (given.secondsUntilAutoPause !== undefined && minCapacity > 0) {
    checks.refuse(
      `serverlessV2.secondsUntilAutoPause is given with minCapacity ${minCapacity}, but only members with 0 pause.`,
    );
  }
  return {
    serverlessV2: { minCapacity, maxCapacity },
    secondsUntilAutoPause:
      minCapacity > 0
        ? undefined
        : checks.plain(
            "serverlessV2.secondsUntilAutoPause",
            given.secondsUntilAutoPause ?? 300,
            wholeNumber(300, 86_400, "seconds"),
          ),
  };
}

function capacity(from: number) {
  return {
    allowed: `a number from ${from} to 256 in steps of 0.5 (Aurora capacity units)`,
    accepts: (value: number) =>
      typeof value === "number" && Number.isInteger(value * 2) && value >= from && value <= 256,
  };
}
