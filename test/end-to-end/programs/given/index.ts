import * as aws from "@pulumi/aws";

// What a network team has made before: a VPC, with its default group closed, and the group of an application.
const vpc = new aws.ec2.Vpc("given", { cidrBlock: "10.20.0.0/16" });
new aws.ec2.DefaultSecurityGroup("given", { vpcId: vpc.id });
const application = new aws.ec2.SecurityGroup("application", { vpcId: vpc.id, description: "An application" });

export const vpcId = vpc.id;
export const applicationSecurityGroupId = application.id;
