import type * as pulumi from "@pulumi/pulumi";
import type { ControlId } from "../../controls/ids";
import type { Requirement } from "../../engines";
import { type ArgumentChecks, type ArgumentNames, show } from "../shared/arguments";
import { text } from "../shared/rules";
import { mandatoryValue, refuseUnclear } from "./parameters";

/** An option of an option group. */
export interface InstanceOption {
  /** Name of the option, such as "STATSPACK". */
  name: string;

  /** Settings of the option by name. Default: those that RDS gives it. */
  settings?: Record<string, pulumi.Input<string>>;

  /** Port of the option, from 1150 to 65535. Default: that which RDS gives it. */
  port?: pulumi.Input<number>;

  /** Version of the option. Default: that which RDS gives it. */
  version?: pulumi.Input<string>;

  /** Ids of security groups in front of the option's port. Default: none. */
  securityGroupIds?: pulumi.Input<string>[];
}

const optionNames: ArgumentNames<InstanceOption> = {
  name: true,
  settings: true,
  port: true,
  version: true,
  securityGroupIds: true,
};

/** An option that a control asks for. */
export interface MandatoryOption {
  readonly control: ControlId;
  readonly requirement: Extract<Requirement, { in: "option" }>;
  /** Values of settings that are no one's choice, by name in lower case. */
  readonly fixed?: Readonly<Record<string, pulumi.Input<string>>>;
}

/**
 * A user's options with those that controls ask for; one of a user's that fails a control, or excludes one of these, is
 * refused unless its risk is accepted. Sorted by name, so that a second preview sees no change.
 */
export function mergeOptions(
  checks: ArgumentChecks,
  mandatory: readonly MandatoryOption[],
  own: readonly InstanceOption[] = [],
): InstanceOption[] {
  checkOwn(checks, own);
  const needed = mandatory.filter(({ control, requirement: { option, excludes } }) => {
    const at = own.findIndex(({ name }) => name.toUpperCase() === excludes);
    if (at >= 0) {
      checks.safe(`options[${at}].name`, excludes, {
        control,
        needed: `absent, as it excludes ${option}`,
        holds: () => false,
      });
    }
    return at < 0;
  });
  const merged = own.map((option): InstanceOption => {
    const asked = needed.find(({ requirement }) => requirement.option === option.name.toUpperCase());
    return asked === undefined ? option : { ...option, ...complete(checks, asked, option.settings) };
  });
  const missing = needed.filter(
    ({ requirement }) => !own.some(({ name }) => name.toUpperCase() === requirement.option),
  );
  return [...merged, ...missing.map((asked) => complete(checks, asked, {}))].sort((one, other) =>
    one.name < other.name ? -1 : 1,
  );
}

function checkOwn(checks: ArgumentChecks, own: readonly InstanceOption[]): void {
  checks.plain("options", own, { allowed: "a list of options", accepts: Array.isArray });
  own.forEach((option, at) => {
    checks.known(`options[${at}]`, option, optionNames);
    checks.plain(`options[${at}].name`, option.name, optionName);
    refuseUnclear(checks, option.settings ?? {}, `options[${at}].settings`);
    if (own.findIndex(({ name }) => name.toUpperCase() === option.name.toUpperCase()) !== at) {
      checks.refuse(`options[${at}].name is ${show(option.name)}, which an option before it has.`);
    }
  });
}

const optionName = text('the name of an option, such as "STATSPACK"', /^[A-Za-z][A-Za-z0-9_-]{0,63}$/);

function complete(
  checks: ArgumentChecks,
  { control, requirement, fixed = {} }: MandatoryOption,
  own: Readonly<Record<string, pulumi.Input<string>>> = {},
): InstanceOption {
  const given = (name: string): boolean => Object.keys(own).some((key) => key.toLowerCase() === name.toLowerCase());
  const argument = `options[${show(requirement.option)}].settings`;
  const settings: Record<string, pulumi.Input<string>> = {};
  for (const [name, value] of Object.entries(requirement.advised ?? {})) {
    settings[name] = value;
  }
  for (const setting of requirement.settings) {
    const value = fixed[setting.name];
    if (value !== undefined && given(setting.name)) {
      checks.refuse(
        `${argument} names ${setting.name.toUpperCase()}, which this component sets; ` +
          "give auditBucketArn and auditRoleArn for another bucket and role.",
      );
    }
    // Some settings hold when they are empty, which is what they are unless set.
    const settled = value ?? mandatoryValue(checks, { control, setting }, own, argument);
    if (settled !== "") {
      settings[setting.name.toUpperCase()] = settled;
    }
  }
  for (const [name, value] of Object.entries(own)) {
    settings[name.toUpperCase()] = value;
  }
  return { name: requirement.option, settings };
}
