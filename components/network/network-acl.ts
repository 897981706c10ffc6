/** One rule of a network ACL, as aws.ec2.NetworkAcl takes it. */
export interface AclRule {
  readonly ruleNo: number;
  readonly protocol: "tcp";
  readonly action: "allow";
  readonly cidrBlock?: string;
  readonly ipv6CidrBlock?: string;
  readonly fromPort: number;
  readonly toPort: number;
}

export interface AclRules {
  readonly ingress: AclRule[];
  readonly egress: AclRule[];
}

export interface AclSettings {
  readonly databasePorts: readonly number[];
  /** Whose clients may reach the ports. */
  readonly clients: readonly string[];
  /** Interface endpoints lie in the subnets, for the clients. */
  readonly endpoints: boolean;
  /** What databases may ask for by HTTPS outside the VPC, through gateway endpoints. */
  readonly services: readonly string[];
}

/** Ports that clients choose: https://docs.aws.amazon.com/vpc/latest/userguide/custom-network-acl.html#nacl-ephemeral-ports */
const ephemeral = { fromPort: 1024, toPort: 65535 };
const https = { fromPort: 443, toPort: 443 };

/**
 * The rules around the database subnets: clients reach the database ports and get their answers, and nothing else passes.
 * A network ACL keeps no state, so answers need rules of their own.
 */
export function aclRules({ databasePorts, clients, endpoints, services }: AclSettings): AclRules {
  const ports = databasePorts.map((port) => ({ fromPort: port, toPort: port }));
  const ingress = [
    ...clients.flatMap((block) => [...ports, ...(endpoints ? [https] : [])].map((range) => ({ block, ...range }))),
    ...(endpoints ? clients.map((block) => ({ block, ...ephemeral })) : []),
    ...services.map((block) => ({ block, ...ephemeral })),
  ];
  const egress = [
    ...clients.map((block) => ({ block, ...ephemeral })),
    ...(endpoints ? clients.map((block) => ({ block, ...https })) : []),
    ...services.map((block) => ({ block, ...https })),
  ];
  return { ingress: ingress.map(rule), egress: egress.map(rule) };
}

function rule({ block, ...range }: { block: string; fromPort: number; toPort: number }, index: number): AclRule {
  const source = block.includes(":") ? { ipv6CidrBlock: block } : { cidrBlock: block };
  return { ruleNo: 100 + index, protocol: "tcp", action: "allow", ...source, ...range };
}
