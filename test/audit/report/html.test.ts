import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import type { AxeResults } from "axe-core";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { htmlReport } from "../../../audit/report/html";
import type { Report } from "../../../audit/report/report";
import { launchBrowser, type ReportFiles, reportFiles } from "../../support/browser";
import { clean, emptyReport, findingOf, troubled } from "../../support/report";
import { reportOfSize, showcase } from "../../support/report-showcase";

const orders = "arn:aws:rds:eu-west-1:111122223333:db:orders";
const phone = { width: 360, height: 740 };
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

/** Every view, by the page's address. */
const views = [
  "#/findings",
  "#/findings?severity=critical&account=111122223333&q=public",
  "#/findings?q=nothing+is+called+so",
  ...["control", "account", "region", "kind", "resource"].map((by) => `#/breakdown/${by}`),
  "#/frameworks",
  "#/coverage",
  "#/accepted",
  "#/resolved",
  `#/resource/${encodeURIComponent(orders)}`,
  "#/resource/none",
];

/** Everything that a text of an account could try to be. */
const attacks = [
  `<img src="x" onerror="window.ran = true">`,
  `</script><script>window.ran = true</script>`,
  `<!--<script>window.ran = true`,
  `"><svg onload="window.ran = true">`,
  `' onmouseover='window.ran = true`,
  "javascript:window.ran=true",
  "]]>\u2028window.ran = true;\u2029",
];

/** A report of which every text is an attack. */
function hostile(attack: string): Report {
  const text = JSON.parse(
    JSON.stringify(showcase(), (key, value) =>
      typeof value === "string" && !/^(version|control|severity|kind|resourceType|state|outcome|startedAt)$/.test(key)
        ? attack
        : value,
    ),
  ) as Report;
  // Ids of controls are the catalogue's in a report of ours, but need not be in a file.
  const finding = { ...findingOf("rds-instance-not-public", "x"), control: attack as never, resource: attack };
  return { ...text, findings: [...text.findings, finding] };
}

describe("the HTML report", function () {
  this.timeout(60_000);
  let browser: Browser;
  let files: ReportFiles;
  let show: string;

  before(async () => {
    browser = await launchBrowser();
    files = reportFiles();
    show = files.add(showcase());
  });
  after(async () => {
    await browser?.close();
    files?.remove();
  });

  async function opened<T>(address: string, use: (page: Page) => Promise<T>, options: BrowserContextOptions = {}) {
    const context = await browser.newContext({ viewport: { width: 1100, height: 800 }, ...options });
    const page = await context.newPage();
    const errors: string[] = [];
    page.on("pageerror", ({ message }) => errors.push(message));
    page.on("console", (message) => errors.push(message.text()));
    try {
      await page.goto(address);
      const result = await use(page);
      assert.deepEqual(errors, []);
      return result;
    } finally {
      await context.close();
    }
  }

  const goTo = (page: Page, hash: string) =>
    page.evaluate<void>(
      `new Promise((done) => {
        if (location.hash === ${JSON.stringify(hash)}) return done();
        addEventListener("hashchange", () => done(), { once: true });
        location.hash = ${JSON.stringify(hash)};
      })`,
    );

  const looks: readonly (readonly [string, BrowserContextOptions])[] = [
    ["wide and light", { colorScheme: "light" }],
    ["on a phone and dark", { colorScheme: "dark", viewport: phone }],
  ];
  for (const [shows, options] of looks) {
    it(`has no fault that axe-core knows, ${shows}`, () =>
      opened(
        show,
        async (page) => {
          await page.evaluate(axe);
          const faults: string[] = [];
          for (const view of views.filter((name) => !/breakdown.(account|region|kind)/.test(name))) {
            await goTo(page, view);
            const { violations } = await page.evaluate<AxeResults>("axe.run()");
            faults.push(...violations.map(({ id, nodes }) => `${view}: ${id} ${nodes[0]?.html}`));
          }
          assert.deepEqual(faults, []);
        },
        options,
      ));
  }

  it("has faults to find: axe-core sees a picture without a text", () =>
    opened(show, async (page) => {
      await page.evaluate(axe);
      await page.evaluate(`document.querySelector("main").append(document.createElement("img"))`);
      const { violations } = await page.evaluate<AxeResults>("axe.run()");
      assert.deepEqual(
        violations.map(({ id }) => id),
        ["image-alt"],
      );
    }));

  const long = `${"x".repeat(300)}${"-y".repeat(200)}`;
  const reports: readonly (readonly [string, Report])[] = [
    ["a report with something of everything", showcase()],
    ["nothing", emptyReport()],
    ["a clean region", clean],
    ["what could not be read", troubled],
    ["names without end", hostile(long)],
  ];
  for (const [shows, report] of reports) {
    it(`fits on a phone: ${shows}`, () =>
      opened(
        files.add(report),
        async (page) => {
          for (const view of [...views, `#/resource/${encodeURIComponent(report.findings.at(-1)?.resource ?? "")}`]) {
            await goTo(page, view);
            assert.equal(await page.evaluate("document.documentElement.scrollWidth"), phone.width, view);
            assert.notEqual((await page.textContent("main h1"))?.trim(), "", view);
          }
        },
        { viewport: phone },
      ));
  }

  it("shows what names try to be as text, and runs nothing of it", () => {
    const reports = attacks.map(hostile);
    const report: Report = {
      ...emptyReport(),
      scopes: reports.flatMap(({ scopes }) => scopes),
      findings: reports.flatMap(({ findings }) => findings),
      resolved: reports.flatMap(({ resolved }) => resolved),
      accepted: reports.flatMap(({ accepted }) => accepted),
      undecided: reports.flatMap(({ undecided }) => undecided),
      unread: reports.flatMap(({ unread }) => unread),
      incomplete: reports.flatMap(({ incomplete }) => incomplete),
    };
    return opened(files.add(report), async (page) => {
      const resourceViews = attacks.map(
        (attack) => `#/resource/${encodeURIComponent(`${attack}/${attack}/${attack}`)}`,
      );
      for (const view of [...views, ...resourceViews]) {
        await goTo(page, view);
        const strange = await page.evaluate(`[...document.querySelectorAll(
          ".wrap script, img, svg, iframe, object, [onerror], [onload], [onmouseover], a:not([href^='#'], [href^='https:'])",
        )].map(({ outerHTML }) => outerHTML)`);
        assert.deepEqual(strange, [], view);
        const attack = attacks[resourceViews.indexOf(view)];
        if (attack !== undefined) {
          assert.equal(await page.textContent("main h1"), attack);
        }
      }
      assert.equal(await page.evaluate("window.ran"), undefined);
    });
  });

  it("says which line of a program declares a resource", () =>
    opened(show, async (page) => {
      await goTo(page, `#/resource/${encodeURIComponent("arn:aws:rds:eu-west-1:111122223333:db:orders")}`);
      assert.match((await page.textContent("dl.panel")) ?? "", /Declared atinfra\/index\.ts:32:18/);
    }));

  it("lets no script run but its own", async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(show);
    await page.evaluate(`{
      const script = document.createElement("script");
      script.textContent = "window.ran = true";
      document.body.append(script);
    }`);
    assert.equal(await page.evaluate("window.ran"), undefined);
    await context.close();
  });

  it("asks the network for nothing", async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    const asked: string[] = [];
    page.on("request", (request) => asked.push(request.url()));
    await page.goto(show);
    for (const view of views) {
      await goTo(page, view);
    }
    assert.deepEqual(asked, [show]);
    assert.doesNotMatch(htmlReport(showcase(), { script: "", style: "" }), /(src|href)=/);
    await context.close();
  });

  const status = (page: Page) => page.textContent("[role=status]");
  /** The page follows its address a moment after a click. */
  const becomes = async (page: Page, expected: string) => {
    // The page's own policy lets no expression be evaluated again and again, which waitForFunction does.
    const shown = page.getByRole("status").getByText(expected, { exact: true });
    await shown.waitFor({ timeout: 5_000 }).catch(() => {});
    assert.equal(await status(page), expected);
  };

  const searches: readonly (readonly [string, string, string])[] = [
    ["everything", "#/findings", "10 findings"],
    ["a severity", "#/findings?severity=critical", "2 findings of 10"],
    ["an account", "#/findings?account=444455556666", "3 findings of 10"],
    ["a region", "#/findings?region=us-east-1", "2 findings of 10"],
    ["a control", "#/findings?control=rds-instance-multi-az", "1 finding of 10"],
    ["a kind", "#/findings?kind=DynamoDB+table", "1 finding of 10"],
    ["what is new", "#/findings?state=new", "5 findings of 10"],
    ["words in any order and case", "#/findings?q=ORDERS+backup", "1 finding of 10"],
    ["a framework's id", "#/findings?q=rds.2", "1 finding of 10"],
    ["several at once", "#/findings?severity=medium&q=orders", "2 findings of 10"],
    ["a page that is none", "#/findings?page=9", "10 findings"],
    ["an address that is none", "#/nowhere", "10 findings"],
  ];
  it("finds by its filters and its search", () =>
    opened(show, async (page) => {
      const found: (readonly [string, string, string | null])[] = [];
      for (const [shows, view] of searches) {
        await goTo(page, view);
        found.push([shows, view, await status(page)]);
      }
      assert.deepEqual(found, searches);
    }));

  it("can be used by keyboard", () =>
    opened(show, async (page) => {
      const focused = () => page.evaluate<string>("document.activeElement.textContent");
      await page.keyboard.press("Tab");
      assert.equal(await focused(), "Skip to content");
      await page.keyboard.press("Enter");
      await page.keyboard.press("Tab");
      assert.equal(await focused(), "2critical");
      await page.keyboard.press("Space");
      await becomes(page, "2 findings of 10");
      assert.equal(await page.getAttribute(".tile.critical", "aria-pressed"), "true");
      await page.focus(".finding-where a");
      await page.keyboard.press("Enter");
      await page.locator("h1:focus", { hasText: "orders" }).waitFor({ timeout: 5_000 });
      assert.equal(await page.title(), `${orders} – Database audit`);
      await page.goBack();
      await becomes(page, "2 findings of 10");
    }));

  it("keeps a search in its address, and out of the history", () =>
    opened(show, async (page) => {
      const before = await page.evaluate<number>("history.length");
      await page.fill("#search", "orders backup");
      await becomes(page, "1 finding of 10");
      assert.match(page.url(), /#\/findings\?q=orders\+backup$/);
      assert.equal(await page.evaluate<number>("history.length"), before);
      await page.reload();
      assert.equal(await page.inputValue("#search"), "orders backup");
      await page.click("text=Clear");
      await becomes(page, "10 findings");
    }));

  it("draws the way from the internet to the database", () =>
    opened(`${show}#/resource/${encodeURIComponent(orders)}`, async (page) => {
      assert.deepEqual(await page.locator(".path").first().locator(".step-kind").allTextContents(), [
        "internet gateway",
        "route table",
        "subnet",
        "security group",
        "DB instance",
      ]);
    }));

  it("prints every finding, with how to mend it", () =>
    opened(files.add(reportOfSize(120)), async (page) => {
      const shown = () =>
        page.evaluate(`["article", "details[open]"].map((selector) => document.querySelectorAll(selector).length)`);
      assert.deepEqual(await shown(), [50, 0]);
      await page.evaluate(`dispatchEvent(new Event("beforeprint"))`);
      assert.deepEqual(await shown(), [120, 120]);
      await page.evaluate(`dispatchEvent(new Event("afterprint"))`);
      assert.deepEqual(await shown(), [50, 0]);
    }));

  it("turns the pages of 20,000 findings, shows them within 3 s and filters within 1 s", () =>
    opened(files.add(reportOfSize(20_000)), async (page) => {
      const paint = await page.evaluate<number>(
        `new Promise((done) =>
          new PerformanceObserver((list) =>
            list.getEntriesByName("first-contentful-paint").forEach(({ startTime }) => done(startTime)),
          ).observe({ type: "paint", buffered: true }),
        )`,
      );
      assert.ok(paint < 3000, `first paint after ${paint} ms`);
      await becomes(page, "20,000 findings");
      const filtering = await page.evaluate<number>(`(() => {
        const started = performance.now();
        const search = document.querySelector("#search");
        search.value = "database-7 public";
        search.dispatchEvent(new Event("input"));
        return performance.now() - started;
      })()`);
      assert.match((await status(page)) ?? "", /^\d+ findings of 20,000$/);
      await goTo(page, "#/findings");
      await becomes(page, "20,000 findings");
      await page.evaluate(`dispatchEvent(new Event("beforeprint"))`);
      await becomes(page, "20,000 findings, the first 2,000 of which follow: print fewer by a filter");
      assert.ok(filtering < 1000, `filtered in ${filtering} ms`);
      await goTo(page, "#/findings?page=400");
      assert.equal(await page.locator("article").count(), 50);
      assert.match((await page.textContent(".pager")) ?? "", /Page 400 of 400/);
      console.log(`      first paint ${Math.round(paint)} ms, filter ${Math.round(filtering)} ms`);
    }));
});
