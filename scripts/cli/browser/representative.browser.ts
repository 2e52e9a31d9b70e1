import type { Page } from 'playwright-core';
import { accessibilityProblems, phone, picture, visit } from './browser.ts';
import type { Visit } from './browser.ts';

const offers = '/lightning/o/clazar__Private_Offer__c/list';

describe('A sales representative in the Clazar app', () => {
  let here: Visit;

  beforeAll(async () => {
    here = await visit();
  });

  afterAll(async () => {
    await here.close();
  });

  /** The home page with its figures. */
  async function home(): Promise<Page> {
    const page = await here.open('/');
    await page.getByRole('button', { name: 'Sync Now' }).waitFor();
    await page.getByRole('figure').waitFor();
    return page;
  }

  function figureOf(page: Page, name: string): Promise<string> {
    return page.locator('dl > *', { hasText: name }).locator('dd').first().innerText();
  }

  test('should find Clazar in the App Launcher', async () => {
    const page = await home();

    await page.getByRole('button', { name: 'App Launcher' }).click();
    await page
      .getByRole('link', { name: /^Clazar/ })
      .first()
      .waitFor();

    expect(await accessibilityProblems(page)).toEqual([]);
  });

  test('should see the offers of all three clouds, as a chart and as a table', async () => {
    const page = await home();

    await page.getByRole('button', { name: 'Show as Table' }).click();

    const table = page.getByRole('table', { name: 'Private offers by cloud and status' });
    for (const cloud of ['AWS', 'Azure', 'GCP']) {
      await table.getByRole('rowheader', { name: cloud }).first().waitFor();
    }
    expect(await accessibilityProblems(page)).toEqual([]);
    await picture(await home(), 'home');
  });

  test('should see an offer that is new in Clazar after Sync Now', async () => {
    const page = await home();
    const before = Number.parseInt(await figureOf(page, 'All Offers'), 10);
    here.product.sandbox.control.putRecord('private_offers', { name: 'Brand-new offer' });

    await page.getByRole('button', { name: 'Sync Now' }).click();

    await page
      .locator('dl > *', { hasText: 'All Offers' })
      .getByText(String(before + 1), { exact: true })
      .waitFor();
  });

  test('should open an offer from the list and see its details', async () => {
    const page = await here.open(offers);
    const link = page.getByRole('rowheader').first().getByRole('link');
    const name = await link.innerText();

    await link.click();

    await page.getByRole('heading', { level: 1, name }).waitFor();
    await page.getByRole('tab', { name: 'Details', selected: true }).waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await picture(page, 'private-offer');
  });

  test('should sort the list by amount', async () => {
    const page = await here.open(offers);
    const table = page.getByRole('table');
    await table.getByRole('rowheader').first().waitFor();

    await table.getByRole('button', { name: 'Amount' }).click();
    await table
      .getByRole('columnheader', { name: 'Amount' })
      .and(page.locator('[aria-sort]'))
      .waitFor();

    expect(await accessibilityProblems(page)).toEqual([]);
    await picture(page, 'private-offers');
  });

  test('should switch to the offers of one cloud', async () => {
    const page = await here.open(offers);
    await page.getByRole('rowheader').first().waitFor();

    await page.getByRole('button', { name: 'Select a list view' }).click();
    await page.getByRole('link', { name: 'AWS Private Offers' }).click();
    await page.getByRole('heading', { level: 1, name: 'AWS Private Offers' }).waitFor();
    await page.getByRole('rowheader').first().waitFor();

    const clouds = await page.locator('tbody tr td:nth-child(2)').allInnerTexts();
    expect(new Set(clouds)).toEqual(new Set(['AWS']));
  });

  test('should reach everything with the keyboard', async () => {
    const page = await home();

    await page.keyboard.press('Tab');
    await page.getByRole('link', { name: 'Skip to content' }).and(page.locator(':focus')).waitFor();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');

    const focused = page.locator(':focus');
    expect(await focused.innerText()).toContain('Sync Now');
  });

  test('should read everything on a phone without scrolling sideways', async () => {
    for (const path of ['/', offers]) {
      const page = await here.open(path, phone);
      await page.getByRole('main').getByRole('heading').first().waitFor();

      const width = await page.evaluate<number>('document.documentElement.scrollWidth');

      expect(width).toBeLessThanOrEqual(phone.width);
      expect(await accessibilityProblems(page)).toEqual([]);
    }
  });

  test('should be told what to do when Clazar does not answer', async () => {
    const page = await home();
    here.product.sandbox.control.expireTokens();
    here.product.sandbox.control.addFault({ kind: 'status', status: 401, times: 100 });

    await page.getByRole('button', { name: 'Sync Now' }).click();
    const message = page.getByText(/Clazar/).filter({ hasText: /credential|sign|log|refus/i });

    await message.first().waitFor();
  });
});
