import { type Command, InvalidArgumentError, Option } from "commander";
import { type Framework, frameworkNames, frameworkOf, frameworks } from "./catalogue/frameworks";
import { exitCodeHelp } from "./exit-code";
import { paintFor, type Surroundings } from "./terminal";

interface Options {
  readonly format: "text" | "json" | "csv";
  readonly framework?: Framework;
  readonly resource?: string;
}

const names = frameworks.map((key) => frameworkNames[key]).join(", ");

const help = `
Frameworks: ${names}.
A resource is one in words ("DB instance") or a Pulumi type ("aws:rds/instance:Instance").
${exitCodeHelp({ clean: "listed" })}`;

/** Adds `controls` to the program. */
export function addControlsCommand(program: Command, surroundings: Surroundings): void {
  const command = program
    .command("controls")
    .description("list the controls of the catalogue")
    .addOption(new Option("--format <format>", "how to list").choices(["text", "json", "csv"]).default("text"))
    .option("--framework <name>", "only what it knows, by an id of its own", frameworkNamed)
    .option("--resource <kind>", "only controls about it: in words, or a Pulumi type")
    .addHelpText("after", help)
    .action(async ({ format, framework, resource }: Options) => {
      const [{ controls }, { entriesOf }, { catalogueCsv }, { catalogueText }] = await Promise.all([
        import("../controls"),
        import("./catalogue/entry"),
        import("./catalogue/csv"),
        import("./catalogue/text"),
      ]);
      const kinds = resource === undefined ? undefined : await kindsNamed(command, resource);
      const entries = entriesOf(controls, { ...(framework && { framework }), ...(kinds && { kinds }) });
      surroundings.stdout.write(
        format === "json"
          ? `${JSON.stringify(entries, undefined, 2)}\n`
          : format === "csv"
            ? catalogueCsv(entries)
            : catalogueText(entries, paintFor(surroundings)),
      );
    });
}

function frameworkNamed(value: string): Framework {
  const framework = frameworkOf(value);
  if (framework === undefined) {
    throw new InvalidArgumentError(`The frameworks are ${names}.`);
  }
  return framework;
}

async function kindsNamed(command: Command, words: string) {
  const [{ kindsOf }, { controls }, { kindNames }, { readTypes }, { didYouMean }] = await Promise.all([
    import("./catalogue/kinds"),
    import("../controls"),
    import("../inventory/model"),
    import("../inventory/program"),
    import("../controls/nearest"),
  ]);
  const kinds = kindsOf(words);
  if (kinds === undefined) {
    const subjects = [...new Set(controls.map(({ subject }) => kindNames[subject]))];
    command.error(
      `error: --resource is '${words}'; it must be a Pulumi type that is read, such as aws:rds/instance:Instance, ` +
        `or one of ${subjects.join(", ")}.${didYouMean(words, [...subjects, ...readTypes])}`,
    );
  }
  return kinds;
}
