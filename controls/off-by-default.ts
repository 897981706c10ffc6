interface Optioned {
  readonly options: { readonly [name: string]: { readonly default: unknown } };
}

interface Switch {
  /** The values under which a control says nothing. */
  readonly isOff: (value: unknown) => boolean;
  readonly howTo: string;
}

/** The options without which a control says nothing. */
const switches = {
  enabled: { isOff: (value) => value === false, howTo: "set its option `enabled` to true" },
  requiredTags: {
    isOff: (value) => Array.isArray(value) && value.length === 0,
    howTo: "name the tags in its option `requiredTags`",
  },
} satisfies Readonly<Record<string, Switch>>;

export type SwitchName = keyof typeof switches;

/** The option that switches a control on which is off by default; undefined for the controls that are always on. */
export function switchOf({ options }: Optioned): SwitchName | undefined {
  return (Object.keys(switches) as SwitchName[]).find(
    (name) => Object.hasOwn(options, name) && switches[name].isOff(options[name]?.default),
  );
}

/** Whether a control stays off with these options. */
export function isOff(control: Optioned, given: Readonly<Record<string, unknown>> = {}): boolean {
  const name = switchOf(control);
  return name !== undefined && switches[name].isOff(given[name] ?? control.options[name]?.default);
}

/** How to switch a control on that is off by default, to stand within a sentence. */
export function howToSwitchOn(control: Optioned): string | undefined {
  const name = switchOf(control);
  return name === undefined ? undefined : switches[name].howTo;
}
