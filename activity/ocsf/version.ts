/** The version of OCSF that is written. https://schema.ocsf.io/1.8.0 */
export const ocsfVersion = "1.8.0";

export const product = { name: "Database Activity Streams", vendor_name: "AWS" } as const;
