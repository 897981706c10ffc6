import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { IsolatedNetwork, type IsolatedNetworkArgs } from "../../../components";
import { flowLogPermissions, flowLogTrust } from "../../../components/shared/policies";
import { controls, judge } from "../../../controls";
import { clusterEngines, engines } from "../../../engines";
import { fromProgram } from "../../../inventory/program";
import { asProgram, type Run, run, scopes } from "../../support/mocks";

const subnetType = "aws:ec2/subnet:Subnet";
const groupType = "aws:ec2/securityGroup:SecurityGroup";
const aclType = "aws:ec2/networkAcl:NetworkAcl";
const vpcType = "aws:ec2/vpc:Vpc";

describe("IsolatedNetwork", () => {
  describe("without an argument", () => {
    let network: Run;
    before(async () => {
      network = await run(() => new IsolatedNetwork("shop"));
    });

    it("makes private subnets in two zones, side by side", () => {
      assert.deepEqual(subnets(network), [
        ["10.0.0.0/24", "eu-west-1a"],
        ["10.0.1.0/24", "eu-west-1b"],
      ]);
    });

    it("gives no address that is public", () => {
      for (const { inputs } of network.resources.filter(({ type }) => type === subnetType)) {
        assert.deepEqual([inputs.mapPublicIpOnLaunch, inputs.assignIpv6AddressOnCreation], [false, false]);
      }
    });

    it("has one route table, without a route, for every subnet", () => {
      assert.deepEqual(network.one("aws:ec2/routeTable:RouteTable").inputs.routes, []);
      const associated = network.resources.filter(({ type }) => type.endsWith(":RouteTableAssociation"));
      assert.deepEqual(
        new Set(associated.map(({ inputs }) => inputs.subnetId)),
        new Set(network.one("aws:rds/subnetGroup:SubnetGroup").inputs.subnetIds as string[]),
      );
      assert.equal(associated.length, 2);
    });

    it("lets in the group that applications join, and nothing out", () => {
      const application = network.one(groupType, "shop-application");
      const { ingress, egress } = network.one(groupType, "shop").inputs;
      const description = "postgres from the security groups that may connect";
      assert.deepEqual(
        [ingress, egress],
        [[{ description, protocol: "tcp", fromPort: 5432, toPort: 5432, securityGroups: [application.state.id] }], []],
      );
      assert.deepEqual(network.one("aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule").inputs, {
        description: "postgres of shop",
        securityGroupId: application.state.id,
        referencedSecurityGroupId: network.one(groupType, "shop").state.id,
        ipProtocol: "tcp",
        fromPort: 5432,
        toPort: 5432,
        tags: { Name: "shop-application" },
      });
    });

    it("closes the default group", () => {
      const { ingress, egress } = network.one("aws:ec2/defaultSecurityGroup:DefaultSecurityGroup").inputs;
      assert.deepEqual([ingress, egress], [[], []]);
    });

    it("walls the subnets in by a network ACL", () => {
      const { subnetIds, ingress, egress } = network.one(aclType).inputs;
      assert.deepEqual(subnetIds, network.one("aws:rds/subnetGroup:SubnetGroup").inputs.subnetIds);
      const rule = { ruleNo: 100, protocol: "tcp", action: "allow", cidrBlock: "10.0.0.0/16" };
      assert.deepEqual(
        [ingress, egress],
        [[{ ...rule, fromPort: 5432, toPort: 5432 }], [{ ...rule, fromPort: 1024, toPort: 65535 }]],
      );
    });

    it("holds every control", () => {
      const { findings, undecided } = judge(controls, fromProgram(asProgram(network)));
      assert.deepEqual([findings, undecided], [[], []]);
    });

    it("registers nothing beside", () => {
      assert.deepEqual([...new Set(network.resources.map(({ type }) => type.split(":").at(-1)))].sort(), [
        "Alias",
        "DefaultSecurityGroup",
        "EncryptionKey",
        "FlowLog",
        "IsolatedNetwork",
        "Key",
        "LogGroup",
        "NetworkAcl",
        "Role",
        "RolePolicy",
        "RouteTable",
        "RouteTableAssociation",
        "SecurityGroup",
        "SecurityGroupEgressRule",
        "Subnet",
        "SubnetGroup",
        "Vpc",
      ]);
    });
  });

  describe("its flow logs", () => {
    const keyArn = "arn:aws:kms:eu-west-1:123456789012:key/0000-1111";
    const flowLogType = "aws:ec2/flowLog:FlowLog";
    const logGroupType = "aws:cloudwatch/logGroup:LogGroup";

    for (const [partition, scope] of Object.entries(scopes)) {
      it(`record what the VPC lets through and refuses, in an encrypted log group, in ${partition}`, async () => {
        const { one } = await run(() => new IsolatedNetwork("shop"), scope);
        const logGroup = one(logGroupType);
        assert.deepEqual(one(flowLogType).inputs, {
          vpcId: one(vpcType).state.id,
          trafficType: "ALL",
          logDestinationType: "cloud-watch-logs",
          logDestination: logGroup.state.arn,
          iamRoleArn: one("aws:iam/role:Role").state.arn,
          tags: { Name: "shop" },
        });
        assert.deepEqual(logGroup.inputs, {
          kmsKeyId: one("aws:kms/key:Key").state.arn,
          retentionInDays: 365,
          tags: { Name: "shop" },
        });
        assert.equal(one("aws:iam/role:Role").inputs.assumeRolePolicy, flowLogTrust(scope));
        assert.equal(
          one("aws:iam/rolePolicy:RolePolicy").inputs.policy,
          flowLogPermissions(scope, String(logGroup.state.name)),
        );
      });
    }

    it("are encrypted under a key that is given, and kept as long as is said", async () => {
      const { one } = await run(() => new IsolatedNetwork("shop", { kmsKeyArn: keyArn, logRetentionDays: 731 }));
      const { kmsKeyId, retentionInDays } = one(logGroupType).inputs;
      assert.deepEqual([kmsKeyId, retentionInDays], [keyArn, 731]);
    });

    it("are kept for ever where 0 days are said", async () => {
      const { one, error } = await run(() => new IsolatedNetwork("shop", { logRetentionDays: 0 }));
      assert.equal(error, undefined);
      assert.equal(one(logGroupType).inputs.retentionInDays, 0);
    });

    it("are left to others where the risk is accepted", async () => {
      const acceptedRisks = { "database-vpc-flow-logs": "the network team has one" };
      const { resources, error } = await run(() => new IsolatedNetwork("shop", { flowLogs: false, acceptedRisks }));
      assert.equal(error, undefined);
      const made = ["Role", "LogGroup", "FlowLog", "Key"];
      assert.deepEqual(
        resources.filter(({ type }) => made.includes(type.split(":").at(-1) ?? "")),
        [],
      );
    });
  });

  it("opens the ports of several engines to the groups it is given", async () => {
    const { one } = await run(
      () =>
        new IsolatedNetwork("shop", {
          engines: ["mysql", "mariadb", "aurora-postgresql"],
          allowedSecurityGroupIds: ["sg-0a", pulumi.output("sg-0b")],
        }),
    );
    const { ingress, egress } = one(groupType).inputs;
    const rule = { protocol: "tcp", securityGroups: ["sg-0a", "sg-0b"] };
    const from = "from the security groups that may connect";
    assert.deepEqual(ingress, [
      { ...rule, description: `mysql and mariadb ${from}`, fromPort: 3306, toPort: 3306 },
      { ...rule, description: `aurora-postgresql ${from}`, fromPort: 5432, toPort: 5432 },
    ]);
    assert.deepEqual(egress, []);
  });

  it("opens the ports it is given in place of the engine's, in the network ACL too", async () => {
    const { one } = await run(() => new IsolatedNetwork("shop", { ports: [6000, pulumi.output(6001)] }));
    for (const rules of [one(groupType, "shop").inputs.ingress, one(aclType).inputs.ingress]) {
      assert.deepEqual(
        (rules as { fromPort: number }[]).map(({ fromPort }) => fromPort),
        [6000, 6001],
      );
    }
  });

  const ofOtherLists: [title: string, allowedSecurityGroupIds: pulumi.Output<string[]>, groups: string[][]][] = [
    ["an output of groups", pulumi.output(["sg-0a", "sg-0b"]), [["sg-0a", "sg-0b"]]],
    ["an output of no group", pulumi.output([]), []],
    ["an output of nothing", pulumi.output(undefined as unknown as string[]), []],
  ];
  for (const [title, allowedSecurityGroupIds, groups] of ofOtherLists) {
    it(`has a rule for ${title}, or none`, async () => {
      const { one, error } = await run(() => new IsolatedNetwork("shop", { allowedSecurityGroupIds }));
      assert.equal(error, undefined);
      const { ingress } = one("aws:ec2/securityGroup:SecurityGroup").inputs;
      assert.deepEqual(
        (ingress as { securityGroups: string[] }[]).map(({ securityGroups }) => securityGroups),
        groups,
      );
    });
  }

  const layouts: [args: IsolatedNetworkArgs, expected: [cidr: string, zone: string][]][] = [
    [
      { cidrBlock: pulumi.output("10.2.0.0/24"), availabilityZoneCount: 3 },
      [
        ["10.2.0.0/26", "eu-west-1a"],
        ["10.2.0.64/26", "eu-west-1b"],
        ["10.2.0.128/26", "eu-west-1c"],
      ],
    ],
    [
      { availabilityZones: ["eu-west-1c", "eu-west-1b"] },
      [
        ["10.0.0.0/24", "eu-west-1c"],
        ["10.0.1.0/24", "eu-west-1b"],
      ],
    ],
  ];
  for (const [args, expected] of layouts) {
    it(`lays ${Object.keys(args)} out`, async () => {
      assert.deepEqual(subnets(await run(() => new IsolatedNetwork("shop", args))), expected);
    });
  }

  const block = "an IPv4 block from /16 to /27 that starts at its first address, such as 10.0.0.0/16";
  const subnetBlock = block.replace("/27", "/28");
  const ofHosts = "outside 0.0.0.0/8, 127.0.0.0/8, 169.254.0.0/16 and 224.0.0.0/4, whose addresses no host can have";
  const allNames = new Set([...engines.flatMap(({ names }) => names), ...clusterEngines.map(({ name }) => name)]);
  const engineNames = [...allNames].map((name) => `"${name}"`).join(", ");
  const plainArguments = "an object of argument name to value, plain (not an output)";
  const refused: [args: IsolatedNetworkArgs, message: string][] = [
    [{ availabilityZoneCount: 1 }, "availabilityZoneCount is 1, but must be a whole number from 2 to 6 (zones)."],
    [
      { availabilityZones: ["eu-west-1a"] },
      'availabilityZones is ["eu-west-1a"], but must be a list of 2 to 6 entries, one a zone.',
    ],
    [
      { availabilityZones: pulumi.output(["eu-west-1a", "eu-west-1b"]) as unknown as string[] },
      "availabilityZones is an output, but must be a list of 2 to 6 entries, one a zone.",
    ],
    [
      { availabilityZones: [pulumi.output("eu-west-1a")] },
      'availabilityZones is ["an output"], but must be a list of 2 to 6 entries, one a zone.',
    ],
    [
      { availabilityZoneCount: pulumi.output(2) as unknown as number },
      "availabilityZoneCount is an output, but must be a whole number from 2 to 6 (zones).",
    ],
    [
      { availabilityZones: ["eu-west-1a", "eu-west-1a"] },
      'availabilityZones is ["eu-west-1a","eu-west-1a"], but must name each zone once.',
    ],
    [
      { availabilityZones: ["eu-west-1a", "eu-west-1b"], availabilityZoneCount: 3 },
      "availabilityZoneCount is 3, but must be 2, as many as the lists have.",
    ],
    [{ cidrBlock: "10.0.0.0/8" }, `cidrBlock is "10.0.0.0/8", but must be ${block}.`],
    [{ cidrBlock: "10.0.0.9/24" }, `cidrBlock is "10.0.0.9/24", but must be ${block}.`],
    [
      { cidrBlock: "10.0.0.0/27", availabilityZoneCount: 3 },
      'cidrBlock is "10.0.0.0/27", but must have room for 3 subnets of at least a /28 each.',
    ],
    [{ cidrBlock: "10.0.0.0/28" }, `cidrBlock is "10.0.0.0/28", but must be ${block}.`],
    ...["0.0.0.0/16", "127.0.0.0/16", "169.254.0.0/20", "239.1.0.0/16"].map((none): (typeof refused)[number] => [
      { cidrBlock: none },
      `cidrBlock is "${none}", but must be ${ofHosts}.`,
    ]),
    [
      { vpcId: "vpc-0a" },
      "vpcId is given without subnetCidrBlocks or subnetIds, but must come with free blocks of that VPC or with its subnets.",
    ],
    [
      { subnetCidrBlocks: ["10.0.0.0/24", "10.0.1.0/24"] },
      "subnetCidrBlocks is given without vpcId, but a VPC of its own computes its subnets from cidrBlock.",
    ],
    [
      { vpcId: "vpc-0a", cidrBlock: "10.0.0.0/16", subnetCidrBlocks: ["10.0.0.0/24", "10.0.1.0/24"] },
      "cidrBlock is given beside vpcId, but an existing VPC has its block already; leave one of them out.",
    ],
    [
      { vpcId: "my-vpc", subnetCidrBlocks: ["10.0.0.0/24", "10.0.1.0/24"] },
      'vpcId is "my-vpc", but must be the id of a VPC, "vpc-" and hexadecimal digits.',
    ],
    [
      { vpcId: "vpc-0a", subnetCidrBlocks: ["10.0.0.0/24", "10.0.0.128/25"] },
      "subnetCidrBlocks has 10.0.0.128/25 and 10.0.0.0/24, but must have blocks that do not overlap.",
    ],
    [
      { vpcId: "vpc-0a", subnetCidrBlocks: ["10.0.0.0/24", "10.0.1.0/29"] },
      `subnetCidrBlocks[1] is "10.0.1.0/29", but must be ${subnetBlock}.`,
    ],
    [
      {
        vpcId: "vpc-0a",
        availabilityZones: ["eu-west-1a", "eu-west-1b", "eu-west-1c"],
        subnetCidrBlocks: ["10.0.0.0/24", "10.0.1.0/24"],
      },
      "subnetCidrBlocks has 2 entries, but must have 3, one a zone.",
    ],
    [
      { engines: ["cockroach"] },
      `engines is ["cockroach"], but must be a list of at least one engine, each one of ${engineNames}, and none twice.`,
    ],
    [
      { engines: ["mysql", "mysql"] },
      `engines is ["mysql","mysql"], but must be a list of at least one engine, each one of ${engineNames}, and none twice.`,
    ],
    [{ ports: [] }, "ports is [], but must be a list of 1 to 10 ports."],
    [
      { vpcId: "vpc-0a", subnetIds: ["subnet-0a"] },
      'subnetIds is ["subnet-0a"], but must be a list of 2 to 6 entries, one a zone.',
    ],
    [
      { vpcId: "vpc-0a", subnetIds: ["subnet-0a", "subnet-0a"] },
      'subnetIds is ["subnet-0a","subnet-0a"], but must name each subnet once.',
    ],
    [
      { vpcId: "vpc-0a", subnetIds: ["subnet-0a", "10.0.0.0/24"] },
      'subnetIds[1] is "10.0.0.0/24", but must be the id of a subnet, "subnet-" and hexadecimal digits.',
    ],
    [
      { subnetIds: ["subnet-0a", "subnet-0b"] },
      "subnetIds is given without vpcId, but a VPC of its own computes its subnets from cidrBlock.",
    ],
    [
      { vpcId: "vpc-0a", subnetIds: ["subnet-0a", "subnet-0b"], networkAcl: true },
      "networkAcl is given beside subnetIds, but subnets that are there are left as they are; leave one of them out.",
    ],
    [
      { vpcId: "vpc-0a", dualStack: true, subnetCidrBlocks: ["10.0.0.0/24", "10.0.1.0/24"] },
      "dualStack is given beside vpcId, but an existing VPC has its protocols already; leave one of them out.",
    ],
    [
      { closeDefaultSecurityGroup: true },
      "closeDefaultSecurityGroup is given without vpcId, but the default group of a VPC of its own is always closed.",
    ],
    [
      { clientCidrBlocks: ["0.0.0.0/0"] },
      'clientCidrBlocks[0] is "0.0.0.0/0", but must be an IPv4 block from /8 to /32 that starts at its first address, ' +
        "such as 10.1.0.0/16.",
    ],
    [
      { networkAcl: false, clientCidrBlocks: ["10.1.0.0/16"] },
      "clientCidrBlocks is given beside networkAcl false, but only a network ACL lets them in; leave one of them out.",
    ],
    [
      { gatewayEndpoints: ["sqs"] },
      'gatewayEndpoints is ["sqs"], but must be a list of at least one endpoint, each one of "dynamodb", "s3", and none twice.',
    ],
    [
      { interfaceEndpoints: ["ec2"] },
      'interfaceEndpoints is ["ec2"], but must be a list of at least one endpoint, each one of "kms", ' +
        '"secretsmanager", "logs", "monitoring", "rds", "sts", and none twice.',
    ],
    [
      { endpointRouteTableIds: ["rtb-0a"] },
      "endpointRouteTableIds is given without gatewayEndpoints, but only those use route tables.",
    ],
    [
      { flowLogBucketArn: "logs" },
      'flowLogBucketArn is "logs", but must be the ARN of a bucket, arn:aws:s3:::<name>, with a prefix behind it or none.',
    ],
    [
      { flowLogs: false },
      "flowLogs is false, which fails the control database-vpc-flow-logs; " +
        'make it true, or state the reason in acceptedRisks["database-vpc-flow-logs"].',
    ],
    [
      { logRetentionDays: 30 },
      "logRetentionDays is 30, which fails the control database-log-group-retention; " +
        'make it 365 or more, or 0 for ever, or state the reason in acceptedRisks["database-log-group-retention"].',
    ],
    [
      { logRetentionDays: 366 },
      "logRetentionDays is 366, but must be one of 0, 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, " +
        "1096, 1827, 2192, 2557, 2922, 3288, 3653.",
    ],
    [
      { acceptedRisks: { "rds-instance-multi-az": "a trial" } },
      'acceptedRisks names "rds-instance-multi-az", which no argument here can weaken; ' +
        "allowed are database-vpc-flow-logs, database-log-group-retention, rds-instance-no-internet-egress-route, " +
        "default-security-group-closed.",
    ],
    [{ ports: [0] }, "ports[0] is 0, but must be a whole number from 1150 to 65535 (a TCP port)."],
    [
      { allowedSecurityGroupIds: ["0.0.0.0/0"] },
      'allowedSecurityGroupIds[0] is "0.0.0.0/0", but must be the id of a security group, "sg-" and hexadecimal ' +
        'digits, after "<account>/" where it is of a peer VPC.',
    ],
    [
      { allowedSecurityGroupIds: "sg-0a" as unknown as string[] },
      'allowedSecurityGroupIds is "sg-0a", but must be a list of ids.',
    ],
    [
      { allowedCidrBlocks: undefined } as IsolatedNetworkArgs,
      "allowedCidrBlocks is no argument; allowed are acceptedRisks, allowedSecurityGroupIds, " +
        "availabilityZoneCount, availabilityZones, cidrBlock, clientCidrBlocks, closeDefaultSecurityGroup, dualStack, " +
        "endpointRouteTableIds, engines, flowLogBucketArn, flowLogs, gatewayEndpoints, interfaceEndpoints, kmsKeyArn, " +
        "logRetentionDays, networkAcl, ports, proxyAccess, subnetCidrBlocks, subnetIds, tags, vpcId.",
    ],
    [null as unknown as IsolatedNetworkArgs, `args is null, but must be ${plainArguments}.`],
    [[] as IsolatedNetworkArgs, `args is [], but must be ${plainArguments}.`],
    [pulumi.output({}) as IsolatedNetworkArgs, `args is an output, but must be ${plainArguments}.`],
  ];
  for (const [args, message] of refused) {
    it(`refuses: ${message}`, async () => {
      const { resources, error } = await run(() => new IsolatedNetwork("shop", args));
      assert.equal(error?.message, `IsolatedNetwork "shop": ${message}`);
      assert.deepEqual(resources, []);
    });
  }

  const later: [args: IsolatedNetworkArgs, message: string, missing: string][] = [
    [{ cidrBlock: pulumi.output("10.0.0.0/8") }, `cidrBlock is "10.0.0.0/8", but must be ${block}.`, vpcType],
    [
      { vpcId: "vpc-0a", subnetCidrBlocks: [pulumi.output("10.0.0.0/24"), "10.0.0.0/25"] },
      "subnetCidrBlocks has 10.0.0.0/25 and 10.0.0.0/24, but must have blocks that do not overlap.",
      "aws:rds/subnetGroup:SubnetGroup",
    ],
    [
      { allowedSecurityGroupIds: pulumi.output(["sg-0a", "oops"]) },
      'allowedSecurityGroupIds[1] is "oops", but must be the id of a security group, "sg-" and hexadecimal ' +
        'digits, after "<account>/" where it is of a peer VPC.',
      "aws:ec2/securityGroup:SecurityGroup",
    ],
  ];
  for (const [args, message, missing] of later) {
    it(`refuses an output: ${message}`, async () => {
      const { resources, error } = await run(() => new IsolatedNetwork("shop", args));
      assert.equal(error?.message, `IsolatedNetwork "shop": ${message}`);
      assert.deepEqual(
        resources.filter(({ type }) => type === missing),
        [],
      );
    });
  }

  it("refuses a region with too few zones", async () => {
    const { error } = await run(() => new IsolatedNetwork("shop", { availabilityZoneCount: 3 }), undefined, 2);
    assert.ok(
      error?.message.endsWith(
        'IsolatedNetwork "shop": availabilityZoneCount is 3, but must be at most 2 in this region (eu-west-1a, eu-west-1b).',
      ),
      error?.message,
    );
  });
});

function subnets({ resources }: Run): [cidr: unknown, zone: unknown][] {
  return resources
    .filter(({ type }) => type === subnetType)
    .sort((one, other) => (one.name < other.name ? -1 : 1))
    .map(({ inputs }) => [inputs.cidrBlock, inputs.availabilityZone]);
}
