import { type Command, Option } from "commander";
import { jsonReport } from "../audit/report/json";
import type { Report } from "../audit/report/report";
import { textReport } from "../audit/report/text";
import { paintFor, type Surroundings } from "./terminal";

/** How the user wants to see the report. */
export interface OutputOptions {
  readonly format: "text" | "json";
}

/** Gives a command the options that say so. */
export function withOutput(command: Command): Command {
  return command.addOption(new Option("--format <format>", "how to report").choices(["text", "json"]).default("text"));
}

/** Writes the report where it was asked for. */
export function writeReport(report: Report, { format }: OutputOptions, surroundings: Surroundings): void {
  surroundings.stdout.write(format === "json" ? jsonReport(report) : textReport(report, paintFor(surroundings)));
}
