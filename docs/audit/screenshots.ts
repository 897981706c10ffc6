import { join } from "node:path";
import { launchBrowser, reportFiles } from "../../test/support/browser";
import { showcase } from "../../test/support/report-showcase";

const resource = `#/resource/${encodeURIComponent("arn:aws:rds:eu-west-1:111122223333:db:orders")}`;

/** The pictures of the HTML report that the guides show. */
const shots = [
  { name: "findings", view: "#/findings", width: 1100, height: 820, colorScheme: "light" },
  { name: "resource", view: resource, width: 1100, height: 940, colorScheme: "dark" },
] as const;

async function main(): Promise<void> {
  const files = reportFiles();
  const browser = await launchBrowser();
  try {
    const address = files.add(showcase());
    for (const { name, view, width, height, colorScheme } of shots) {
      const page = await browser.newPage({ viewport: { width, height }, colorScheme });
      await page.goto(`${address}${view}`);
      await page.screenshot({ path: join(__dirname, `${name}.png`) });
      await page.close();
    }
  } finally {
    await browser.close();
    files.remove();
  }
}

void main();
