import type { Page } from 'playwright-core';
import { accessibilityProblems, dark, phone, picture, startTimeout, visit } from './browser.ts';
import type { Look, Visit } from './browser.ts';

const offers = '/lightning/o/clazar__Private_Offer__c/list';

describe('A sales representative in the Clazar app', () => {
  let here: Visit;

  beforeAll(async () => {
    here = await visit();
  }, startTimeout);

  afterAll(async () => {
    await here.close();
  });

  /** The home page with its figures. */
  async function home(look?: Look): Promise<Page> {
    const page = await here.open('/', look);
    await page.getByRole('button', { name: 'Sync Now' }).waitFor();
    await page.getByRole('figure', { name: 'Private offers by cloud and status' }).waitFor();
    return page;
  }

  /** A number of the Sync card. */
  async function countOf(page: Page, name: string): Promise<number> {
    const detail = page.locator('c-home-sync dt', { hasText: name }).locator('+ dd');
    return Number.parseInt(await detail.innerText(), 10);
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

    await page.locator('c-offer-overview').getByRole('button', { name: 'Show as Table' }).click();

    const table = page.getByRole('table', { name: 'Private offers by cloud and status' });
    for (const cloud of ['AWS', 'Azure', 'GCP']) {
      await table.getByRole('rowheader', { name: cloud }).first().waitFor();
    }
    expect(await accessibilityProblems(page)).toEqual([]);
    await picture(await home(), 'home');
  });

  test('should see an offer that is new in Clazar after Sync Now', async () => {
    const page = await home();
    const before = await countOf(page, 'Private Offers');
    here.product.sandbox.control.putRecord('private_offers', { name: 'Brand-new offer' });

    await page.getByRole('button', { name: 'Sync Now' }).click();

    await page
      .locator('c-home-sync dd')
      .getByText(String(before + 1), { exact: true })
      .waitFor();
  });

  test('should see bookings by month in the currency of choice', async () => {
    const page = await home();
    const card = page.locator('c-home-bookings');

    await card.getByRole('combobox', { name: 'Currency' }).click();
    await card.getByRole('option').nth(1).click();
    await card.getByRole('button', { name: 'Show as Table' }).click();

    await card.getByRole('columnheader', { name: 'Total' }).waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
  });

  test.each([
    ['Invitations to answer', 'Co-Sell Opportunities'],
    ['Private offers expiring in 7 days', 'Private Offers'],
    ['Contracts to renew in 60 days', 'Contracts'],
    ['Co-sell needs your action', 'Co-Sell Opportunities']
  ])('should go from the figure "%s" to its list', async (figure, list) => {
    const page = await home();
    const tile = page.locator('c-home-figures dl > div', { hasText: figure });
    const count = await tile.locator('.value').innerText();

    await page.getByRole('link', { name: figure }).click();

    await page.getByRole('heading', { level: 2, name: list }).waitFor();
    await page.locator('c-clazar-list').getByText(`${count} records`).waitFor();
  });

  test('should go from a bar of the pipeline to the deals that it counts', async () => {
    const page = await home();
    const bar = page.locator('c-cosell-pipeline c-stacked-bars g.leads').first();
    const [, count = ''] = /: (\d+)/.exec((await bar.locator('title').textContent()) ?? '') ?? [];

    await bar.locator('rect').click();

    await page.locator('c-clazar-list').getByText(`${count} records`).waitFor();
  });

  test('should see from the record page of an offer how far it is', async () => {
    const page = await here.open(`${offers}?filterName=Pending_Acceptance`);

    await page.getByRole('rowheader').first().getByRole('link').click();

    await page.locator('[aria-current="step"]', { hasText: 'Pending Acceptance' }).waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
  });

  test('should find the contracts and offers of a buyer beside it', async () => {
    const page = await here.open('/lightning/o/clazar__Buyer__c/list');
    await page.getByRole('rowheader').first().getByRole('link').click();

    await page.getByRole('tab', { name: 'Related' }).click();

    await page.getByRole('heading', { name: /^Contracts/ }).waitFor();
    await page.getByRole('heading', { name: /^Private Offers/ }).waitFor();
    await page.getByRole('main').getByRole('link').first().waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await picture(page, 'buyer');
  });

  test('should see everything in the dark too', async () => {
    const page = await home(dark);

    expect(await accessibilityProblems(page)).toEqual([]);
    await picture(page, 'home-dark');
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

    await page.keyboard.press('Enter');

    await page.getByRole('heading', { level: 2, name: 'Co-Sell Opportunities' }).waitFor();
  });

  test('should read everything on a phone without scrolling sideways', async () => {
    for (const path of ['/', offers]) {
      const page = await here.open(path, phone);
      await page.getByRole('main').getByRole('heading').first().waitFor();

      const width = await page.evaluate<number>('document.documentElement.scrollWidth');

      expect(width).toBeLessThanOrEqual(phone.width);
      expect(await accessibilityProblems(page)).toEqual([]);
    }
    await picture(await home(phone), 'home-phone');
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
