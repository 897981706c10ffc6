import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import chromium from "@sparticuz/chromium";
import { buildSync } from "esbuild";
import { type Browser, chromium as playwright } from "playwright-core";
import { htmlReport, type Page } from "../../audit/report/html";
import type { Report } from "../../audit/report/report";

/** A headless Chromium that needs neither root nor an installation; its own arguments are for Lambda. */
export async function launchBrowser(): Promise<Browser> {
  const executablePath = await chromium.executablePath();
  return playwright.launch({
    executablePath,
    args: ["--no-sandbox", "--use-gl=angle", "--use-angle=swiftshader", "--font-render-hinting=none"],
  });
}

/** The page's script and style as they are now, whatever was built last. */
export function buildPage(): Page {
  const folder = join(__dirname, "../../audit/report/page");
  const { outputFiles } = buildSync({
    entryPoints: [join(folder, "page.ts"), join(folder, "page.css")],
    bundle: true,
    minify: true,
    target: "es2022",
    charset: "utf8",
    outdir: folder,
    write: false,
  });
  const textOf = (ending: string) => outputFiles.find(({ path }) => path.endsWith(ending))?.text ?? "";
  return { script: textOf(".js"), style: textOf(".css") };
}

/** HTML reports as files for a browser, until they are removed. */
export interface ReportFiles {
  /** @returns the file's address */
  add(report: Report): string;
  remove(): void;
}

export function reportFiles(): ReportFiles {
  const folder = mkdtempSync(join(tmpdir(), "aws-secure-database-"));
  const page = buildPage();
  let number = 0;
  return {
    add: (report) => {
      number += 1;
      const file = join(folder, `${number}.html`);
      writeFileSync(file, htmlReport(report, page));
      return pathToFileURL(file).href;
    },
    remove: () => rmSync(folder, { recursive: true }),
  };
}
