/** The shape of a region's name in every partition: us-east-1, us-gov-west-1, cn-north-1, eusc-de-east-1. */
export const regionShape = /^[a-z]{2,4}(-[a-z]+)+-\d{1,2}$/;

export const accountShape = /^\d{12}$/;

/** https://docs.aws.amazon.com/organizations/latest/APIReference/API_OrganizationalUnit.html */
export const unitShape = /^(r-[0-9a-z]{4,32}|ou-[0-9a-z]{4,32}-[0-9a-z]{8,32})$/;

/** https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html; a path may stand before the name. */
export const roleShape = /^([\w+=,.@-]+\/)*[\w+=,.@-]{1,64}$/;

/** https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html; "/" is plain, for CloudFormation's patterns. */
export const externalIdPattern = "[\\w+=,.@:/-]{2,1224}";

export const externalIdShape = new RegExp(`^${externalIdPattern}$`);

export const externalIdWords = "an external id, 2 to 1224 letters, digits and +=,.@:/-_";

/** The role that the template of `audit permissions` makes. */
export const defaultRole = "AwsSecureDatabaseAudit";
