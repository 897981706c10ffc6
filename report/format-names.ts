/** The formats that a report can be written in. */
export const formatNames = ["sarif", "junit", "markdown", "json"] as const;

export type Format = (typeof formatNames)[number];
