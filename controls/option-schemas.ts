import type { AnyControl, OptionSchema } from "./control";

/** The JSON schemas of a control's options with their defaults, by name. */
export function optionSchemas({ options }: Pick<AnyControl, "options">): {
  readonly [name: string]: OptionSchema & { readonly default: unknown };
} {
  return Object.fromEntries(
    Object.entries(options).map(([name, { schema, default: value }]) => [name, { ...schema, default: value }]),
  );
}
