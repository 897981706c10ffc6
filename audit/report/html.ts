import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pageDataOf } from "./page-data";
import type { Report } from "./report";

/** The script and the style of the page, which `npm run build:page` makes from page/. */
export interface Page {
  readonly script: string;
  readonly style: string;
}

/**
 * The report as one HTML file that needs no network. The data is JSON that the page's script reads, and no text of an
 * account is ever markup; the page's policy lets no other script run and nothing be loaded.
 * @param page the built page; read from its files unless given
 */
export function htmlReport(report: Report, page: Page = builtPage()): string {
  const policy = [
    "default-src 'none'",
    `script-src ${hashOf(page.script)}`,
    `style-src ${hashOf(page.style)}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>Database audit</title>
<style>${page.style}</style>
</head>
<body>
<noscript>This report needs JavaScript to show its findings.</noscript>
<script type="application/json" id="data">${scriptSafe(JSON.stringify(pageDataOf(report)))}</script>
<script>${page.script}</script>
</body>
</html>
`;
}

export function builtPage(folder: string = join(__dirname, "page/bin")): Page {
  const read = (name: string) => readFileSync(join(folder, name), "utf8");
  return { script: read("page.js"), style: read("page.css") };
}

/** No "</script>" and no "<!--" can end the script's text, and it stays the same JSON. */
function scriptSafe(json: string): string {
  return json.replace(/[<\u2028\u2029]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

function hashOf(text: string): string {
  return `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
}
