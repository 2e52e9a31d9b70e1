import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { administrator, localUserId } from '../../org/index.ts';
import { chromiumPath, visit } from '../browser/index.ts';
import type { Visit } from '../browser/index.ts';
import { localFolder } from '../tools/index.ts';
import type { BenchLine } from './benchLine.ts';

const userId = localUserId(administrator.username);
const rows = 10_000;
const batch = 200;
const kilo = 1000;

/** What people wait for: how much a browser loads, and how fast lists and forms of a full org answer. */
export async function screenBench(): Promise<readonly BenchLine[]> {
  if (!existsSync(chromiumPath)) return [];
  const here = await visit();
  try {
    await fill(here);
    return [...bundleSizes(), ...(await interactions(here))];
  } finally {
    await here.close();
  }
}

/** Offers of all kinds, as the sync would bring them. */
async function fill({ product: { org } }: Visit): Promise<void> {
  for (let from = 0; from < rows; from += batch) {
    const records = Array.from({ length: batch }, (_, index) => offer(from + index));
    const options = { allOrNone: true, accessLevel: 'user', sharing: true } as const;
    await org.save(userId, { ...options, operation: 'insert', records });
  }
}

function offer(index: number): { object: string; values: Record<string, string | number> } {
  const clouds = ['AWS', 'Azure', 'GCP'];
  return {
    object: 'Private_Offer__c',
    values: {
      Name: `Offer ${String(index).padStart(5, '0')}`,
      Clazar_Id__c: `bench-${String(index)}`,
      Cloud__c: clouds[index % clouds.length] ?? 'AWS',
      Cloud_Status__c: 'pending_acceptance',
      Amount__c: index * 10,
      Currency_Code__c: 'USD'
    }
  };
}

/** Compressed, as browsers load it. */
function bundleSizes(): BenchLine[] {
  const folder = join(localFolder, 'browser', 'lwc', 'assets');
  const files = readdirSync(folder).filter((name) => name.endsWith('.js.gz'));
  const sizeOf = (names: readonly string[]): number =>
    names.reduce((sum, name) => sum + statSync(join(folder, name)).size, 0) / kilo;
  const vendor = files.filter((name) => name.startsWith('vendor-'));
  const own = files.filter((name) => !name.startsWith('vendor-'));
  const line = (name: string, size: number, limit: number): BenchLine => ({
    name,
    milliseconds: size,
    baseline: undefined,
    limit,
    unit: 'kB'
  });
  return [
    line('base components and engine, compressed', sizeOf(vendor), 600),
    line('our components and shell, compressed', sizeOf(own), 250)
  ];
}

async function interactions(here: Visit): Promise<BenchLine[]> {
  const page = await here.open('/');
  await page.getByRole('button', { name: 'Sync Now' }).waitFor();
  const first = await timed(page, () => openList(page));
  const found = await timed(page, () => search(page));
  const frame = await longestFrame(page);
  return [
    {
      name: `first page of ${rows.toLocaleString('en')} offers`,
      milliseconds: first,
      baseline: undefined,
      limit: 1000
    },
    {
      name: `search in ${rows.toLocaleString('en')} offers`,
      milliseconds: found,
      baseline: undefined,
      limit: 1000
    },
    {
      name: 'longest frame while scrolling a list',
      milliseconds: frame,
      baseline: undefined,
      limit: 300
    }
  ];
}

/** By the clock of the page: what a person at the screen would measure. */
async function timed(page: Page, work: () => Promise<void>): Promise<number> {
  const now = (): Promise<number> => page.evaluate<number>('performance.now()');
  const started = await now();
  await work();
  return (await now()) - started;
}

const firstRow = 'c-windowed-table tbody tr.row';

async function openList(page: Page): Promise<void> {
  await page.getByRole('navigation').getByRole('link', { name: 'Private Offers' }).click();
  await page.locator(firstRow).first().waitFor();
}

async function search(page: Page): Promise<void> {
  await page.getByRole('searchbox', { name: 'Search this list' }).fill('Offer 09999');
  await page.locator(firstRow, { hasText: 'Offer 09999' }).first().waitFor();
}

async function longestFrame(page: Page): Promise<number> {
  await page.getByRole('searchbox', { name: 'Search this list' }).fill('');
  await page.locator(firstRow).nth(20).waitFor();
  await page.locator('c-windowed-table .box').hover();
  await page.evaluate(`globalThis.frames_ = []; (function note(before) {
    requestAnimationFrame((now) => { globalThis.frames_.push(now - before); note(now); });
  })(performance.now())`);
  for (let turn = 0; turn < 60; turn += 1) await page.mouse.wheel(0, 600);
  return page.evaluate<number>('Math.max(...globalThis.frames_)');
}
