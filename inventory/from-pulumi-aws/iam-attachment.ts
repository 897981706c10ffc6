import { awsManagedDocument } from "../aws-managed-policies";
import type { IamPolicy } from "../model";
import type { Adaptor } from "../program/adaptor";
import type { ProgramResource } from "../program/program-resource";
import { Properties, resourceOf } from "../program/properties";
import { isUnknown } from "../value";

/**
 * A resource that attaches one policy, named by `property`: it counts as a policy where AWS wrote that. Any other is
 * judged where the program makes it, and one that is not known yet is made by the program.
 */
function attachmentBy(property: string): Adaptor {
  return (resource) => {
    const document = documentOf(Properties.of(resource).reference(property));
    return document === undefined ? {} : { iamPolicies: [{ ...resourceOf(resource, []), document }] };
  };
}

/** aws.iam.RolePolicyAttachment, UserPolicyAttachment, GroupPolicyAttachment and PolicyAttachment */
export const iamPolicyAttachment = attachmentBy("policyArn");

/** aws.ssoadmin.ManagedPolicyAttachment */
export const permissionSetAttachment = attachmentBy("managedPolicyArn");

/** aws.iam.RolePolicyAttachmentsExclusive and its kin. */
export const iamPolicyAttachments: Adaptor = (resource) => ({ iamPolicies: attachedPolicies(resource, "policyArns") });

/** aws.ssoadmin.ManagedPolicyAttachmentsExclusive */
export const permissionSetAttachments: Adaptor = (resource) => ({
  iamPolicies: attachedPolicies(resource, "managedPolicyArns"),
});

/** The policies of AWS in a list of ARNs. */
export function attachedPolicies(resource: ProgramResource, property: string): readonly IamPolicy[] {
  const arns = Properties.of(resource).strings(property) ?? [];
  return (isUnknown(arns) ? [] : arns).flatMap((arn, index) => {
    const document = documentOf(arn);
    return document === undefined
      ? []
      : [
          {
            id: `${resource.urn}#managed-${index}`,
            name: `${resource.name} (${String(arn).split("/").at(-1)})`,
            identifiers: [],
            document,
          },
        ];
  });
}

function documentOf(arn: unknown): object | undefined {
  return typeof arn === "string" ? awsManagedDocument(arn) : undefined;
}
