import type { Page } from 'playwright-core';
import {
  accessibilityProblems,
  dark,
  desktop,
  phone,
  picture,
  startTimeout,
  visit
} from './browser.ts';
import type { Look, Visit } from './browser.ts';

const tab = (name: string): string => `/lightning/n/clazar__Clazar_${name}`;

describe('A sales representative with a list', () => {
  let here: Visit;

  beforeAll(async () => {
    here = await visit();
  }, startTimeout);

  afterAll(async () => {
    await here.close();
  });

  async function list(name: string, look?: Look): Promise<Page> {
    const page = await here.open(tab(name), look);
    await rows(page).first().waitFor();
    return page;
  }

  const rows = (page: Page) => page.locator('c-windowed-table tbody tr.row');

  const names = ['Cosell', 'Offers', 'Contracts', 'Buyers', 'Listings'];
  const looks: [suffix: string, look: Look][] = [
    ['', desktop],
    ['-dark', dark],
    ['-phone', phone]
  ];

  test.each(names.flatMap((name) => looks.map(([suffix, look]) => ({ name, suffix, look }))))(
    'should read the list $name$suffix',
    async ({ name, suffix, look }) => {
      const page = await list(name, look);
      const width = await page.evaluate<number>('document.documentElement.scrollWidth');

      expect(await accessibilityProblems(page)).toEqual([]);
      expect(width).toBeLessThanOrEqual(look.width);
      await picture(page, `list-${name.toLowerCase()}${suffix}`);
    }
  );

  test('should find, filter and sort, and find the list as it was left', async () => {
    const page = await list('Offers');

    await page.getByRole('combobox', { name: 'Cloud' }).click();
    await page.getByRole('option', { name: 'AWS' }).click();
    await page.getByRole('searchbox', { name: 'Search this list' }).fill('lumenfold');
    await page.getByRole('button', { name: 'Amount' }).click();
    await page.locator('th[aria-sort="ascending"]', { hasText: 'Amount' }).waitFor();
    await page.reload();

    await page.locator('th[aria-sort="ascending"]', { hasText: 'Amount' }).waitFor();
    await rows(page).first().waitFor();
    const clouds = await page.locator('c-windowed-table td.cloud').allInnerTexts();
    expect(new Set(clouds.map((text) => text.trim()))).toEqual(new Set(['AWS']));
  });

  test('should say what to do when nothing fits', async () => {
    const page = await list('Buyers');

    await page.getByRole('searchbox', { name: 'Search this list' }).fill('nobody is called so');
    await page.getByText('Nothing to see here').waitFor();
    await page.getByRole('button', { name: 'Clear filters' }).click();

    await rows(page).first().waitFor();
  });

  test('should save what is selected as a file', async () => {
    const page = await list('Contracts');
    await page.getByRole('checkbox').nth(1).check();

    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Export selected' }).click()
    ]);

    expect(download.suggestedFilename()).toBe('clazar-contracts.csv');
  });

  test('should open a record and its next step with the keyboard alone', async () => {
    const page = await here.open(`${tab('Cosell')}?clazar__view=invitations&clazar__cloud=AWS`);
    const answer = rows(page)
      .getByRole('button', { name: /^Answer/ })
      .first();
    await answer.waitFor();

    await answer.focus();
    await page.keyboard.press('Enter');

    await page.locator('c-cosell-record').getByRole('button', { name: 'Accept' }).waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await picture(page, 'cosell-invitation');
  });
});
