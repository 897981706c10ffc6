import { attachedPolicies } from "../from-pulumi-aws/iam-attachment";
import type { IamPolicy } from "../model";
import type { Part } from "../program/adaptor";
import type { ProgramResource } from "../program/program-resource";
import { Properties } from "../program/properties";
import { isUnknown } from "../value";
import { nativeResource } from "./native-resource";

/** AWS::IAM::ManagedPolicy, and AWS::IAM::RolePolicy, UserPolicy and GroupPolicy. */
export function iamPolicy(resource: ProgramResource): Part {
  const document = Properties.of(resource).document("policyDocument");
  return {
    iamPolicies: [{ ...nativeResource(resource, ["managedPolicyName", "policyName"], "policyArn"), document }],
  };
}

/** AWS::IAM::Role, User and Group with their inline policies and the policies of AWS that they attach. */
export function iamIdentity(resource: ProgramResource): Part {
  return { iamPolicies: [...inlinePolicies(resource), ...attachedPolicies(resource, "managedPolicyArns")] };
}

/** AWS::SSO::PermissionSet with its inline policy and the policies of AWS that it attaches. */
export function permissionSet(resource: ProgramResource): Part {
  const document = Properties.of(resource).document("inlinePolicy");
  const inline = { ...nativeResource(resource, ["name"], "permissionSetArn"), document };
  return {
    iamPolicies: [...(document === undefined ? [] : [inline]), ...attachedPolicies(resource, "managedPolicies")],
  };
}

function inlinePolicies(resource: ProgramResource): readonly IamPolicy[] {
  const policies = Properties.of(resource).objects("policies") ?? [];
  return (isUnknown(policies) ? [policies] : policies).flatMap((policy, index) => {
    if (policy === undefined) {
      return [];
    }
    const name = isUnknown(policy) ? policy : policy.string("policyName");
    const shown = typeof name === "string" && /^[\w+=,.@-]{1,128}$/.test(name) ? name : index + 1;
    return [
      {
        id: `${resource.urn}#inline-${index}`,
        name: `${resource.name} (inline policy ${shown})`,
        identifiers: [],
        document: isUnknown(policy) ? policy : policy.document("policyDocument"),
      },
    ];
  });
}
