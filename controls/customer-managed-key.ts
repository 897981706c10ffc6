import type { Inventory, Reference } from "../inventory/model";
import { resolve } from "../inventory/resolve";
import { isUnknown } from "../inventory/value";
import { fails, holds, shown, undecided } from "./answers";
import type { Answer, OptionsOf } from "./control";
import { keyArnPattern } from "./text-schemas";
import { fits } from "./wildcards";

export interface TrustedKeys {
  readonly trustedKeys: readonly string[];
}

/** The option of a control that asks for a customer managed key. */
export const trustedKeysOption: OptionsOf<TrustedKeys> = {
  trustedKeys: {
    schema: {
      type: "array",
      items: keyArnPattern,
      description:
        "ARNs of customer managed keys that are kept elsewhere, with * for any text, such as arn:aws:kms:eu-west-1:111122223333:key/*.",
    },
    default: [],
  },
};

const needed = "it must name a customer managed KMS key";

/**
 * Judges a property that names the KMS key of something.
 * @param absent what AWS uses when nobody set it, as in "the AWS managed key aws/rds"
 */
export function mustNameCustomerManagedKey(
  inventory: Inventory,
  name: string,
  reference: Reference,
  absent: string,
  region: string | undefined,
  { trustedKeys }: TrustedKeys,
): Answer {
  if (reference === undefined) {
    return fails(`${name} is not set (${absent})`, needed);
  }
  if (!isUnknown(reference)) {
    if (isAwsManagedAlias(reference)) {
      return fails(`${name} is ${shown(reference, "arn")}, an AWS managed key`, needed);
    }
    const keyRegion = regionOf(reference);
    if (region !== undefined && keyRegion !== undefined && keyRegion !== region) {
      return fails(`${name} is ${shown(reference, "arn")}, a key of another region`, `${needed} in ${region}`);
    }
  }
  const alias = resolve(inventory, "kmsAliases", reference);
  if (alias.to === "resource" && alias.resource.target !== undefined) {
    return mustBeCustomerManaged(inventory, name, alias.resource.target, region, trustedKeys);
  }
  return mustBeCustomerManaged(inventory, name, reference, region, trustedKeys);
}

function mustBeCustomerManaged(
  inventory: Inventory,
  name: string,
  reference: Reference,
  region: string | undefined,
  trustedKeys: readonly string[],
): Answer {
  const key = resolve(inventory, "kmsKeys", reference);
  switch (key.to) {
    case "resource": {
      const { manager, region: keyRegion } = key.resource;
      if (region !== undefined && keyRegion !== undefined && keyRegion !== region) {
        return fails(`${name} is ${key.resource.name}, a key of another region`, `${needed} in ${region}`);
      }
      if (isUnknown(manager)) {
        return undecided(manager.waitsFor);
      }
      return manager === "aws" ? fails(`${name} is ${key.resource.name}, an AWS managed key`, needed) : holds;
    }
    case "unknown":
      return undecided(key.unknown.waitsFor);
    case "outside":
      // Only customers can name an alias that does not start with "aws/".
      return /(^|:)alias\//.test(key.identifier) || trustedKeys.some((trusted) => fits(trusted, key.identifier))
        ? holds
        : undecided(
            `who manages the key ${shown(key.identifier, "arn")}, which is not in this ${inventory.scope} and not among the option trustedKeys`,
          );
    case "nothing":
      return fails(`${name} leads to no key`, needed);
  }
}

function isAwsManagedAlias(reference: string): boolean {
  return /(^|:)alias\/aws\//i.test(reference);
}

function regionOf(reference: string): string | undefined {
  return reference.startsWith("arn:") ? reference.split(":")[3] : undefined;
}
