import { controls } from "../controls";

/** What shows in a program alone has nothing to say about an account. */
export const auditControls = controls.filter(({ gates }) => gates?.includes("audit") ?? true);
