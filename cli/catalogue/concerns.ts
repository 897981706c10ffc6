import { controls } from "../../controls";
import type { ControlId } from "../../controls/ids";
import { isRead, kindsOfType } from "../../inventory/program";

const subjects = new Map(controls.map(({ id, subject }) => [id, subject]));

/** Whether a control can be about the resource of a URN. */
export function concerns(control: ControlId, urn: string): boolean {
  const subject = subjects.get(control);
  const type = urn.split("::")[2]?.split("$").at(-1) ?? "";
  return subject !== undefined && isRead(type) && kindsOfType(type).includes(subject);
}
