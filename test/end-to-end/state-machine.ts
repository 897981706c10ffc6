/**
 * Walks the definition of a state machine as Step Functions does, as far as the audit of an organization uses its language:
 * tasks that call functions, a Distributed Map over a file, retries, catches and choices. Retries do not wait.
 * https://states-language.net
 */

export interface World {
  /** Calls the function of an ARN. */
  call(functionArn: string, payload: unknown): Promise<Answer>;
  readObject(bucket: string, key: string): Promise<unknown>;
  writeObject(bucket: string, key: string, value: unknown): Promise<void>;
}

export interface Answer {
  readonly response?: unknown;
  readonly error?: string;
  readonly name?: string;
}

export interface Execution {
  readonly status: "SUCCEEDED" | "FAILED";
  readonly error?: string;
  readonly output?: Json;
  /** The states that were entered, of the children of a map as "ScanTargets/ScanTarget". */
  readonly entered: readonly string[];
  /** Items of maps that failed. */
  readonly failed: number;
  /** What the items of maps came to. */
  readonly items: readonly Json[];
  readonly retries: number;
}

type Json = Readonly<Record<string, unknown>>;

interface Retrier {
  readonly ErrorEquals: readonly string[];
  readonly MaxAttempts?: number;
}

interface Choice {
  readonly Variable: string;
  readonly IsPresent: boolean;
  readonly Next: string;
}

interface State {
  readonly Type: string;
  readonly Resource?: string;
  readonly Parameters?: Json;
  readonly ResultSelector?: Json;
  readonly ResultPath?: string;
  readonly OutputPath?: string;
  readonly Retry?: readonly Retrier[];
  readonly Catch?: readonly {
    readonly ErrorEquals: readonly string[];
    readonly ResultPath: string;
    readonly Next: string;
  }[];
  readonly Next?: string;
  readonly Default?: string;
  readonly Choices?: readonly Choice[];
  readonly Error?: string;
  readonly ItemReader?: { readonly Parameters: Json };
  readonly ItemSelector?: Json;
  readonly ItemProcessor?: Machine;
  readonly ResultWriter?: { readonly Parameters: Json };
  readonly MaxConcurrency?: number;
  readonly ToleratedFailurePercentage?: number;
}

interface Machine {
  readonly StartAt: string;
  readonly States: Readonly<Record<string, State>>;
}

class StateError extends Error {
  constructor(
    override readonly name: string,
    cause: string,
  ) {
    super(cause);
  }
}

/** @param atOnce most items of a map that are worked on at once, for the sake of the machine that the test runs on */
export async function execute(
  definition: string,
  context: { readonly Name: string; readonly StartTime: string },
  world: World,
  atOnce: number,
): Promise<Execution> {
  const entered: string[] = [];
  const items: Json[] = [];
  let failed = 0;
  let retries = 0;
  const outer = { Execution: context };
  try {
    const output = await walk(JSON.parse(definition) as Machine, {}, outer, "");
    return { status: "SUCCEEDED", output, entered, failed, items, retries };
  } catch (error) {
    const { name, message } = error as Error;
    return { status: "FAILED", error: `${name}: ${message}`, entered, failed, items, retries };
  }

  async function walk(machine: Machine, input: Json, about: Json, within: string): Promise<Json> {
    let at: string | undefined = machine.StartAt;
    let data = input;
    while (at !== undefined) {
      const state: State | undefined = machine.States[at];
      if (state === undefined) {
        throw new StateError("States.Runtime", `there is no state ${at}`);
      }
      entered.push(within + at);
      if (state.Type === "Fail") {
        throw new StateError(state.Error ?? "", "a Fail state was reached");
      }
      if (state.Type === "Choice") {
        const from = data;
        const chosen: Choice | undefined = state.Choices?.find(
          ({ Variable, IsPresent }) => (valueAt(Variable, from, about) !== undefined) === IsPresent,
        );
        at = chosen?.Next ?? state.Default;
        continue;
      }
      if (state.Type === "Succeed") {
        return data;
      }
      try {
        data = await withRetries(state, data, about, within + at);
        at = state.Next;
      } catch (error) {
        const caught = state.Catch?.find(({ ErrorEquals }) => matches(ErrorEquals, (error as Error).name));
        if (caught === undefined) {
          throw error;
        }
        const { name, message } = error as Error;
        data = placed(data, caught.ResultPath, { Error: name, Cause: message });
        at = caught.Next;
      }
    }
    return data;
  }

  async function withRetries(state: State, data: Json, about: Json, path: string): Promise<Json> {
    const tried = new Map<Retrier, number>();
    for (;;) {
      try {
        const result = state.Type === "Map" ? await map(state, data, about, path) : await task(state, data, about);
        const selected = state.ResultSelector === undefined ? result : filled(state.ResultSelector, result, about);
        const whole = state.ResultPath === undefined ? (selected as Json) : placed(data, state.ResultPath, selected);
        return state.OutputPath === undefined ? whole : (valueAt(state.OutputPath, whole, about) as Json);
      } catch (error) {
        const retrier = state.Retry?.find(({ ErrorEquals }) => matches(ErrorEquals, (error as Error).name));
        const before = retrier === undefined ? 0 : (tried.get(retrier) ?? 0);
        if (retrier === undefined || before >= (retrier.MaxAttempts ?? 3)) {
          throw error;
        }
        tried.set(retrier, before + 1);
        retries += 1;
      }
    }
  }

  async function task({ Parameters = {} }: State, data: Json, about: Json): Promise<Json> {
    const { FunctionName, Payload } = filled(Parameters, data, about) as { FunctionName: string; Payload: unknown };
    const { response, error, name } = await world.call(FunctionName, Payload);
    if (error !== undefined) {
      throw new StateError(name ?? "Lambda.Unknown", error);
    }
    // Step Functions carries JSON: what is no JSON is not there.
    return JSON.parse(JSON.stringify({ Payload: response })) as Json;
  }

  async function map(state: State, data: Json, about: Json, path: string): Promise<Json> {
    const { Bucket, Key } = filled(state.ItemReader?.Parameters ?? {}, data, about) as { Bucket: string; Key: string };
    const values = (await world.readObject(Bucket, Key)) as readonly unknown[];
    const tolerated = state.ToleratedFailurePercentage ?? 0;
    const waiting = values.map((Value, Index) => ({ Value, Index }));
    const done: Json[] = [];
    let missed = 0;
    const isOver = () => (missed * 100) / values.length > tolerated;
    const work = async () => {
      for (let item = waiting.shift(); item !== undefined && !isOver(); item = waiting.shift()) {
        const input = filled(state.ItemSelector ?? {}, data, { ...about, Map: { Item: item } });
        // A child is an execution of its own, which knows nothing of its parent's.
        const child = { Execution: { Name: `child-${item.Index}`, StartTime: new Date().toISOString() } };
        try {
          const came = await walk(state.ItemProcessor as Machine, input as Json, child, `${path}/`);
          done.push(came);
          items.push(came);
        } catch {
          missed += 1;
          failed += 1;
        }
      }
    };
    await Promise.all(Array.from({ length: Math.min(atOnce, state.MaxConcurrency ?? atOnce) }, work));
    if (isOver()) {
      throw new StateError("States.ExceedToleratedFailureThreshold", `${missed} of ${values.length} failed`);
    }
    const writer = filled(state.ResultWriter?.Parameters ?? {}, data, about) as { Bucket: string; Prefix: string };
    const ResultWriterDetails = { Bucket: writer.Bucket, Key: `${writer.Prefix}/manifest.json` };
    await world.writeObject(writer.Bucket, ResultWriterDetails.Key, { succeeded: done.length, failed: missed });
    return { ResultWriterDetails };
  }
}

function matches(names: readonly string[], name: string): boolean {
  return names.some((one) => one === name || one === "States.ALL");
}

/** A template with the values of its paths in it. */
function filled(template: Json, data: Json, about: Json): Json {
  return Object.fromEntries(
    Object.entries(template).map(([key, value]) => {
      if (key.endsWith(".$")) {
        return [key.slice(0, -2), needed(String(value), data, about)];
      }
      return [key, typeof value === "object" && value !== null ? filled(value as Json, data, about) : value];
    }),
  );
}

function needed(path: string, data: Json, about: Json): unknown {
  const format = /^States\.Format\('([^']*)', (\S+)\)$/.exec(path);
  if (format !== null) {
    const [, text = "", of = ""] = format;
    return text.replace("{}", String(needed(of, data, about)));
  }
  const value = valueAt(path, data, about);
  if (value === undefined) {
    throw new StateError("States.ParameterPathFailure", `${path} is not in ${JSON.stringify(data)}`);
  }
  return value;
}

function valueAt(path: string, data: Json, about: Json): unknown {
  const [root, ...steps] = path.split(".");
  const start: unknown = root === "$$" ? about : data;
  return steps.reduce((value, step) => (value as Json | undefined)?.[step], start);
}

function placed(data: Json, path: string, value: unknown): Json {
  return { ...data, [path.replace("$.", "")]: value };
}
