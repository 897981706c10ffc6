import {
  type PolicyResource,
  type ReportViolation,
  type ResourceValidationArgs,
  type StackValidationArgs,
  unknownCheckingProxy,
} from "@pulumi/policy";
import type { ControlPolicy } from "../../policy-pack/policy";
import { urn } from "../support/program";

/** What the runner puts in the place of a string that is known at deploy (proxy.js of @pulumi/policy). */
export const later = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

export interface FakeResource {
  readonly type: string;
  readonly name: string;
  /** What the program declares. */
  readonly inputs: Readonly<Record<string, unknown>>;
  /** What the provider adds: unknown in a preview, known once the resource exists. */
  readonly outputs?: Readonly<Record<string, unknown>>;
  /** Names of the resources that each property comes from. */
  readonly dependencies?: Readonly<Record<string, readonly string[]>>;
}

export interface Report {
  readonly policy: string;
  readonly by: "resource" | "stack";
  readonly message: string;
  readonly urn?: string;
  readonly enforcementLevel?: string;
}

interface Halves {
  readonly resources?: boolean;
  readonly stack?: boolean;
  readonly config?: Readonly<Record<string, unknown>>;
}

/** Runs policies in the order of the runner: every resource first, then the whole stack. */
export function run(
  policies: readonly ControlPolicy[],
  resources: readonly FakeResource[],
  halves: Halves = {},
): Report[] {
  const reports: Report[] = [];
  const config = () => halves.config ?? {};
  const reporter = (policy: string, by: Report["by"]): ReportViolation =>
    ((violation: Omit<Report, "policy" | "by">) =>
      reports.push({ policy, by, ...violation })) as unknown as ReportViolation;
  if (halves.resources !== false) {
    for (const resource of resources) {
      for (const policy of policies) {
        const validate = policy.validateResource as (args: ResourceValidationArgs, report: ReportViolation) => void;
        validate(resourceArgs(resource, config), reporter(policy.name, "resource"));
      }
    }
  }
  if (halves.stack !== false) {
    for (const policy of policies) {
      policy.validateStack?.(stackArgs(resources, config), reporter(policy.name, "stack"));
    }
  }
  return reports;
}

function resourceArgs(resource: FakeResource, config: () => object): ResourceValidationArgs {
  const { type, name, inputs } = resource;
  const args = { type, name, urn: urn(resource), props: unknownCheckingProxy(inputs), getConfig: config };
  return args as unknown as ResourceValidationArgs;
}

function stackArgs(resources: readonly FakeResource[], config: () => object): StackValidationArgs {
  const made = resources.map((resource) => ({
    type: resource.type,
    name: resource.name,
    urn: urn(resource),
    props: unknownCheckingProxy({ ...resource.outputs, ...resource.inputs }),
    propertyDependencies: Object.fromEntries(
      Object.entries(resource.dependencies ?? {}).map(([property, names]) => [
        property,
        resources.filter(({ name }) => names.includes(name)).map((source) => ({ urn: urn(source) })),
      ]),
    ),
  }));
  return { resources: made as unknown as PolicyResource[], getConfig: config } as unknown as StackValidationArgs;
}
