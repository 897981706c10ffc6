/**
 * Engines that the RDS API lists though they are services of their own (Amazon DocumentDB and Neptune share the API of
 * RDS) and no control here is about them.
 */
const otherServices = new Set(["docdb", "neptune"]);

/** Whether an instance, a cluster, a snapshot or a global cluster of the RDS API is one of RDS or Aurora. */
export function isOfRds({ Engine }: { readonly Engine?: string | undefined }): boolean {
  return !otherServices.has((Engine ?? "").toLowerCase());
}
