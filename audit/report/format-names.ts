/** The formats that a report of an audit can be written in. */
export const formatNames = ["text", "json", "csv", "markdown", "sarif", "junit", "asff", "ocsf", "html"] as const;

export type Format = (typeof formatNames)[number];
