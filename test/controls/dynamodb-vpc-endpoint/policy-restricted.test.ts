import { describeControl } from "../../support/control-cases";
import { pending, type Row } from "../../support/program";

const arn = "arn:aws:ec2:eu-west-1:111122223333:vpc-endpoint/vpce-1";

function endpoint(policy: object | undefined, serviceName = "com.amazonaws.eu-west-1.dynamodb"): Row {
  return {
    type: "aws:ec2/vpcEndpoint:VpcEndpoint",
    name: "subject",
    props: { serviceName, vpcId: "vpc-1", ...(policy === undefined ? {} : { policy: JSON.stringify(policy) }) },
  };
}

function allowing(condition: object | undefined, principal: unknown = "*"): object {
  return {
    Statement: [
      {
        Effect: "Allow",
        Principal: principal,
        Action: "dynamodb:*",
        Resource: "*",
        ...(condition === undefined ? {} : { Condition: condition }),
      },
    ],
  };
}

const ofAccount = (account: string) => ({ StringEquals: { "aws:PrincipalAccount": account } });
const options = { enabled: true, trustedAccounts: ["111122223333"] };

describeControl("dynamodb-vpc-endpoint-policy-restricted", [
  {
    shows: "callers of a trusted account",
    given: [endpoint(allowing(ofAccount("111122223333")))],
    options,
    answer: "holds",
  },
  {
    shows: "no policy: full access",
    given: [endpoint(undefined)],
    options,
    answer: "fails",
    says: "policy is not set (full access)",
  },
  {
    shows: "everybody",
    given: [endpoint(allowing(undefined))],
    options,
    answer: "fails",
    says: "policy allows everybody",
  },
  {
    shows: "callers of the organization",
    given: [endpoint(allowing({ StringEquals: { "aws:PrincipalOrgID": "o-abcdefghij" } }))],
    options,
    answer: "holds",
  },
  {
    shows: "a condition on the table's account, which says nothing of the caller",
    given: [endpoint(allowing({ StringEquals: { "aws:ResourceAccount": "111122223333" } }))],
    options,
    answer: "fails",
  },
  {
    shows: "a condition on the network, in which every caller of the endpoint is",
    given: [endpoint(allowing({ StringEquals: { "aws:SourceVpc": "vpc-1" } }))],
    options,
    answer: "fails",
  },
  {
    shows: "an account that may be its own, in a first preview",
    given: [endpoint(allowing(ofAccount("444455556666")))],
    options,
    answer: "undecided",
  },
  {
    shows: "an account that is neither its own nor trusted",
    given: [
      {
        type: "aws:ec2/vpcEndpoint:VpcEndpoint",
        name: "subject",
        props: {
          arn,
          serviceName: "com.amazonaws.eu-west-1.dynamodb",
          policy: JSON.stringify(allowing(ofAccount("444455556666"))),
        },
      },
    ],
    options,
    answer: "fails",
    says: "policy allows account 444455556666",
  },
  {
    shows: "an endpoint of another service",
    given: [endpoint(undefined, "com.amazonaws.eu-west-1.s3")],
    options,
    answer: "not-applicable",
  },
  {
    shows: "an endpoint of DynamoDB's FIPS endpoint",
    given: [endpoint(undefined, "com.amazonaws.us-east-1.dynamodb-fips")],
    options,
    answer: "fails",
  },
  {
    shows: "a service that is known at deploy",
    given: [{ type: "aws:ec2/vpcEndpoint:VpcEndpoint", name: "subject", props: { serviceName: pending() } }],
    options,
    answer: "undecided",
  },
  {
    shows: "a policy that is known at deploy",
    given: [
      {
        type: "aws:ec2/vpcEndpoint:VpcEndpoint",
        name: "subject",
        props: { serviceName: "com.amazonaws.eu-west-1.dynamodb", policy: pending() },
      },
    ],
    options,
    answer: "undecided",
    says: "policy, known at deploy",
  },
]);
