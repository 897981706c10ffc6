export interface SecureTableGlobalIndex {
  /** Name of the index. */
  name: string;

  /** Attribute that is the partition key of the index. */
  hashKey: string;

  /** Attribute that is the sort key of the index. Default: none. */
  rangeKey?: string;

  /** What the index holds: "ALL", "KEYS_ONLY", or "INCLUDE" for the keys and `nonKeyAttributes`. Default: "ALL". */
  projectionType?: string;

  /** Further attributes in the index, with "INCLUDE". */
  nonKeyAttributes?: string[];
}

export interface SecureTableLocalIndex {
  /** Name of the index. */
  name: string;

  /** Attribute that is the sort key of the index. */
  rangeKey: string;

  /** What the index holds: "ALL", "KEYS_ONLY", or "INCLUDE" for the keys and `nonKeyAttributes`. Default: "ALL". */
  projectionType?: string;

  /** Further attributes in the index, with "INCLUDE". */
  nonKeyAttributes?: string[];
}
