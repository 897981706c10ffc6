import type { Answer, AnyControl } from "../controls";
import { notDecidedYet } from "../controls/answers";
import { docsUrl } from "../controls/docs-url";
import type { Resource } from "../inventory/model";

/**
 * What is wrong with a subject, what is needed, how to mend it, and where to read more.
 * @param resourceName the name of the resource that Pulumi prints beside the message
 */
export function failureMessage(
  control: AnyControl,
  subject: Resource,
  resourceName: string,
  { found, needed }: Extract<Answer, { answer: "fails" }>,
): string {
  return `${about(control, subject, resourceName)}: ${found}; ${needed}. ${control.remediation} ${docsUrl(control.id)}`;
}

/** That a control could not be judged yet, and why. */
export function undecidedMessage(
  control: AnyControl,
  subject: Resource,
  resourceName: string,
  { waitsFor }: Extract<Answer, { answer: "undecided" }>,
): string {
  return `${about(control, subject, resourceName)}: ${notDecidedYet} ${waitsFor}.`;
}

/** That a control itself is at fault. */
export function errorMessage(control: AnyControl, subject: Resource, error: unknown): string {
  const reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return `control ${control.id} could not judge ${subject.id}: ${reason}`;
}

/** Names a subject that is a part of its resource, such as a replica of a table. */
function about({ title }: AnyControl, { name }: Resource, resourceName: string): string {
  return name === resourceName ? title : `${title}: ${name}`;
}
