import type { IamPolicy } from "../model";
import type { Adaptor, Part } from "../program/adaptor";
import type { ProgramResource } from "../program/program-resource";
import { Properties, resourceOf } from "../program/properties";
import { isUnknown } from "../value";
import { attachedPolicies } from "./iam-attachment";

/** A resource that is a policy by itself; `property` holds its document. */
function policyIn(property: string): Adaptor {
  return (resource) => ({
    iamPolicies: [{ ...resourceOf(resource, ["arn", "name"]), document: Properties.of(resource).document(property) }],
  });
}

/** aws.iam.Policy, and the inline policies of a role, a user or a group as resources of their own. */
export const iamPolicy = policyIn("policy");

/** aws.ssoadmin.PermissionSetInlinePolicy */
export const permissionSetInlinePolicy = policyIn("inlinePolicy");

/** aws.iam.Role with its inline policies and the policies of AWS that it attaches. */
export function iamRole(resource: ProgramResource): Part {
  return { iamPolicies: [...inlinePolicies(resource), ...attachedPolicies(resource, "managedPolicyArns")] };
}

function inlinePolicies(resource: ProgramResource): readonly IamPolicy[] {
  const policies = Properties.of(resource).objects("inlinePolicies") ?? [];
  return (isUnknown(policies) ? [policies] : policies).flatMap((policy, index) => {
    if (policy === undefined) {
      return [];
    }
    const name = isUnknown(policy) ? policy : policy.string("name");
    const shown = typeof name === "string" && /^[\w+=,.@-]{1,128}$/.test(name) ? name : index + 1;
    const document = isUnknown(policy) ? policy : policy.document("policy");
    // The provider takes an empty one for none.
    return document === undefined
      ? []
      : [
          {
            id: `${resource.urn}#inline-${index}`,
            name: `${resource.name} (inline policy ${shown})`,
            identifiers: [],
            document,
          },
        ];
  });
}
