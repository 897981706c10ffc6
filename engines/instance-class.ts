/** What the instance classes of an engine are, where it lacks whole families of them. */
export interface ClassFacts {
  /** The words for it: 'one without a Graviton processor, such as "db.m6i.large"'. */
  readonly words: string;
  readonly pattern: RegExp;
}

/**
 * No processor of AWS's own runs what Oracle, Microsoft and IBM build for Intel's.
 * https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Concepts.DBInstanceClass.Support.html
 */
export const withoutGraviton: ClassFacts = {
  words: 'one without a Graviton processor, such as "db.m6i.large"',
  pattern: /^db\.(?![a-z]+\d+g)/,
};

/** https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Concepts.DBInstanceClass.SupportAurora.html */
export const auroraClasses: ClassFacts = {
  words: 'one of the families r, t and x, such as "db.r6g.large"',
  pattern: /^db\.[rtx]\d/,
};

/** https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/multi-az-db-clusters-concepts.html#multi-az-db-clusters-concepts.InstanceAvailability */
export const withLocalDisks: ClassFacts = {
  words: 'one with disks of its own, a d after its generation, such as "db.m6gd.large"',
  pattern: /^db\.[a-z]+\d+[a-z]*d/,
};
