import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { chromium } from 'playwright-core';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { recordingLog, systemClock, UserError } from '../../shared/index.ts';
import { startProduct } from '../start/index.ts';
import type { RunningProduct } from '../start/index.ts';
import { localFolder, projectFolder } from '../tools/index.ts';

/** The product with a browser in front of it. */
export interface Visit {
  readonly product: RunningProduct;
  /** Opens an address of the product in a new page. */
  open(path: string, look?: Look): Promise<Page>;
  close(): Promise<void>;
}

/** How the page is looked at: the screen, and the theme that the user chose. */
export interface Look {
  readonly width: number;
  readonly height: number;
  readonly theme?: 'slds2' | 'slds2-dark' | 'slds1';
}

export const desktop: Look = { width: 1440, height: 900 };
export const phone: Look = { width: 390, height: 844 };
export const dark: Look = { ...desktop, theme: 'slds2-dark' };

/** How long the product may take to start where nothing is compiled yet, in milliseconds. */
export const startTimeout = 240_000;

/** Starts the product on free ports with data of its own, and Chromium. */
export async function visit(): Promise<Visit> {
  const product = await startProduct({
    projectFolder,
    localFolder: join(localFolder, 'browser'),
    port: 0,
    sandboxPort: 0,
    fresh: true,
    clock: systemClock,
    log: recordingLog()
  });
  const browser = await launch();
  const contexts: BrowserContext[] = [];
  return {
    product,
    open: async (path, { theme = 'slds2', ...viewport } = desktop) => {
      const context = await browser.newContext({ viewport });
      await context.addCookies([{ name: 'local-org-theme', value: theme, url: product.url }]);
      contexts.push(context);
      const page = await context.newPage();
      await page.goto(`${product.url}${path}`);
      return page;
    },
    close: async () => {
      await Promise.all(contexts.map((context) => context.close()));
      await browser.close();
      await product.stop();
    }
  };
}

/** Chromium as Debian and its kin install it. */
export const chromiumPath = '/usr/bin/chromium';

function launch(): Promise<Browser> {
  if (!existsSync(chromiumPath)) {
    throw new UserError('Chromium was not found.', 'Install it: apt-get install chromium.');
  }
  return chromium.launch({
    executablePath: chromiumPath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync'
    ]
  });
}

/** In the page: ends when nothing moves any more, but what always does. */
const rest = `Promise.all(document.getAnimations()
  .filter(({ effect }) => effect?.getComputedTiming().iterations !== Infinity)
  .map(({ finished }) => finished.catch(() => undefined))).then(() => undefined)`;

/** What axe finds wrong on a page at rest: rule, and where. What is fading in has no colours yet. */
export async function accessibilityProblems(page: Page): Promise<string[]> {
  await page.evaluate(rest);
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target }) => `${id}: ${JSON.stringify(target)}`)
  );
}

/** Keeps a picture of the page for the guides, when `SCREENSHOTS=docs` asks for it. */
export async function picture(page: Page, name: string): Promise<void> {
  const isWanted = process.env['SCREENSHOTS'] === 'docs';
  const folder = isWanted ? join(projectFolder, 'docs', 'images') : join(localFolder, 'browser');
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled' });
}
