import {
  type AttachedPolicy,
  type GetAccountAuthorizationDetailsResponse,
  type IAMClient,
  paginateGetAccountAuthorizationDetails,
} from "@aws-sdk/client-iam";
import { awsManagedDocument } from "../../inventory/aws-managed-policies";
import type { DescribedPolicy, Listing } from "../../inventory/from-account/description";
import type { Calls } from "./calls";

/** The most that AWS returns at once. */
const pageSize = 1000;

/**
 * The identity policies of the account, customer managed and inline, and the attachments of broad policies that AWS
 * manages, all in one paged call.
 */
export function readPolicies(client: IAMClient, calls: Calls): Promise<Listing<DescribedPolicy>> {
  return calls.list(
    "iam:GetAccountAuthorizationDetails",
    paginateGetAccountAuthorizationDetails(
      { client, pageSize },
      { Filter: ["LocalManagedPolicy", "Role", "User", "Group"] },
    ),
    policiesOf,
  );
}

function policiesOf(page: GetAccountAuthorizationDetailsResponse): readonly DescribedPolicy[] {
  const managed = (page.Policies ?? []).flatMap(({ Arn = "", PolicyName = Arn, PolicyVersionList = [] }) =>
    PolicyVersionList.filter(({ IsDefaultVersion }) => IsDefaultVersion === true).map(({ Document = "" }) => ({
      id: Arn,
      name: PolicyName,
      document: decoded(Document),
    })),
  );
  return [
    ...managed,
    ...(page.RoleDetailList ?? []).flatMap(({ Arn, RoleName, RolePolicyList, AttachedManagedPolicies }) =>
      policiesOfOwner(Arn, RoleName, RolePolicyList, AttachedManagedPolicies),
    ),
    ...(page.UserDetailList ?? []).flatMap(({ Arn, UserName, UserPolicyList, AttachedManagedPolicies }) =>
      policiesOfOwner(Arn, UserName, UserPolicyList, AttachedManagedPolicies),
    ),
    ...(page.GroupDetailList ?? []).flatMap(({ Arn, GroupName, GroupPolicyList, AttachedManagedPolicies }) =>
      policiesOfOwner(Arn, GroupName, GroupPolicyList, AttachedManagedPolicies),
    ),
  ];
}

type InlinePolicy = { readonly PolicyName?: string | undefined; readonly PolicyDocument?: string | undefined };

function policiesOfOwner(
  arn: string | undefined,
  owner: string | undefined,
  inline: readonly InlinePolicy[] = [],
  attached: readonly AttachedPolicy[] = [],
): readonly DescribedPolicy[] {
  return [
    ...inline.map(({ PolicyName, PolicyDocument = "" }) => ({
      id: `${arn}/${PolicyName}`,
      name: `${owner}/${PolicyName}`,
      document: decoded(PolicyDocument),
    })),
    // Any other managed policy is the account's own, and in the list of these.
    ...attached.flatMap(({ PolicyArn = "", PolicyName }) => {
      const document = awsManagedDocument(PolicyArn);
      return document === undefined ? [] : [{ id: `${arn}#${PolicyName}`, name: `${owner} (${PolicyName})`, document }];
    }),
  ];
}

/** IAM returns documents URL-encoded: https://docs.aws.amazon.com/IAM/latest/APIReference/API_PolicyDetail.html */
function decoded(document: string): string {
  try {
    return decodeURIComponent(document);
  } catch {
    return document;
  }
}
