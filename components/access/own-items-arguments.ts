/** Whose items, and what may be done with them. One of `principalTag`, `webIdentity` and `oidcProvider` says whose. */
export interface OwnItemsArgs {
  /**
   * Key of the tag of the caller's role or session that holds the partition key of the caller's items, such as "userId".
   * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-principaltag
   */
  principalTag?: string;

  /**
   * Who tells the id of the user that is the partition key: "cognito" (identity pools), "amazon" (Login with Amazon),
   * "google" or "facebook".
   * Source: https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/WIF.html
   */
  webIdentity?: string;

  /**
   * An OpenID Connect provider of the account that tells the id of the user: its URL without "https://", such as
   * "login.example.com/tenant".
   * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html#condition-keys-wif
   */
  oidcProvider?: string;

  /** "read-only", or "read-write". Default: "read-only". Scans are never allowed, as they read everybody's items. */
  access?: string;

  /** Names of global and local indexes, with the same partition key, that may be queried too. Default: none. */
  indexes?: string[];

  /**
   * The only attributes that may be read and changed, the keys of the table and the indexes among them. Default: all.
   * Whole items can then be neither written nor deleted, only updated, as what is left out would be lost.
   * Source: https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/specifying-conditions.html
   */
  attributes?: string[];
}
