import type { Browser, BrowserContextOptions, CDPSession, Disposable, Page } from 'playwright-core';

/** What a tab is made with and keeps. */
export interface TabOptions extends Pick<BrowserContextOptions, 'colorScheme' | 'contrast' | 'forcedColors'> {
  /** A time at which the page's clock stands, epoch milliseconds; else the real one, or what the test makes of it. */
  readonly clock?: number | undefined;
}

interface Tab {
  readonly page: Page;
  readonly session: CDPSession;
  readonly scripts: Disposable[];
}

/** A page as large as a small laptop's screen. */
const SIZE = { width: 1366, height: 768 } as const;

/** What a page is asked for that emptying does not take back: who asks has a tab of its own, which ends with its page. */
const LASTING = [
  'clock',
  'emulateMedia',
  'exposeBinding',
  'exposeFunction',
  'route',
  'routeFromHAR',
  'routeWebSocket',
] as const;

/** What a site may keep. Not the cache: what V8 compiled is in it. */
const KEPT = 'cookies,file_systems,indexeddb,local_storage,service_workers,cache_storage,storage_buckets';

const EVENTS =
  `console dialog domcontentloaded download filechooser frameattached framedetached framenavigated load pageerror popup
  request requestfailed requestfinished response websocket worker`.split(/\s+/);

/** Tabs that were emptied, by what they were made with. */
const emptied = new WeakMap<Browser, Map<string, Tab[]>>();

/**
 * A page with nothing in it of the one before: no storage, script, clock, listener, history, pointer. It is the same tab, though: a
 * new profile, a new process and our scripts compiled anew are half of what a page costs. Its `close` empties it for the next.
 */
export async function emptyTab(browser: Browser, options: TabOptions): Promise<Page> {
  const byKind = emptied.get(browser) ?? new Map<string, Tab[]>();
  emptied.set(browser, byKind);
  const kind = JSON.stringify(options);
  const waiting = byKind.get(kind) ?? [];
  byKind.set(kind, waiting);
  return (waiting.pop() ?? (await newTab(browser, options, waiting))).page;
}

/** Closes the tabs that no test handed back, and all other pages. */
export async function closeLent(browser: Browser): Promise<void> {
  const waiting = [...(emptied.get(browser)?.values() ?? [])].flat().map(({ page }) => page.context());
  await Promise.all(browser.contexts().map((context) => waiting.includes(context) || context.close()));
}

async function newTab(browser: Browser, { clock, ...look }: TabOptions, waiting: Tab[]): Promise<Tab> {
  const page = await browser.newPage({ viewport: SIZE, reducedMotion: 'reduce', ...look });
  if (clock !== undefined) await page.clock.setFixedTime(clock);
  const tab: Tab = { page, session: await page.context().newCDPSession(page), scripts: [] };
  const [addInitScript, close] = [page.addInitScript.bind(page), page.close.bind(page)];
  page.addInitScript = async (...script: Parameters<Page['addInitScript']>) => {
    const added = await addInitScript(...script);
    tab.scripts.push(added);
    return added;
  };
  let lasting = false;
  for (const name of LASTING) {
    const asked = page[name];
    const get = () => {
      lasting = true;
      return asked;
    };
    Object.defineProperty(page, name, { get });
  }
  page.close = async () => {
    if (!lasting && (await empty(tab).then(...YES_OR_NO))) waiting.push(tab);
    else await close();
  };
  return tab;
}

const YES_OR_NO = [() => true, () => false] as const;

/** Leaves the page first: what it still has under way never reaches the next. */
async function empty(tab: Tab): Promise<void> {
  const { page, session } = tab;
  for (const event of EVENTS) page.removeAllListeners(event);
  for (const script of tab.scripts.splice(0)) await script.dispose();
  await page.evaluate(() => {
    window.name = '';
    if (location.protocol !== 'about:') sessionStorage.clear();
  });
  await page.goto('about:blank');
  await session.send('Storage.clearDataForOrigin', { origin: '*', storageTypes: KEPT });
  await session.send('Page.resetNavigationHistory');
  await page.mouse.move(-1, -1);
  await page.setViewportSize(SIZE);
}
