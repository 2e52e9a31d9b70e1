import { accessibilityProblems, dark, phone, picture, startTimeout, visit } from './browser.ts';
import type { Visit } from './browser.ts';

const sync = '/lightning/n/clazar__Clazar_Sync';

describe('An administrator on the Sync page', () => {
  let here: Visit;

  beforeAll(async () => {
    here = await visit();
  }, startTimeout);

  afterAll(async () => {
    await here.close();
  });

  test('should see the latest runs and that nothing is left to do', async () => {
    const page = await here.open(sync);

    await page.locator('.runs').getByText('Completed').first().waitFor();
    await page.locator('.no-issues').waitFor();

    expect(await accessibilityProblems(page)).toEqual([]);
    await picture(page, 'sync');
  });

  test('should let the sync run twice an hour', async () => {
    const page = await here.open(sync);
    const schedule = page.locator('c-sync-health').getByRole('combobox');

    await schedule.click();
    await page.getByRole('option', { name: /30|half|twice/i }).click();
    await page.reload();

    await page.locator('.runs').waitFor();
    await schedule.filter({ hasText: /30|half|twice/i }).waitFor();
  });

  test('should read everything on a phone and in the dark', async () => {
    for (const look of [phone, dark]) {
      const page = await here.open(sync, look);
      await page.locator('.runs').getByText('Completed').first().waitFor();

      const width = await page.evaluate<number>('document.documentElement.scrollWidth');

      expect(width).toBeLessThanOrEqual(look.width);
      expect(await accessibilityProblems(page)).toEqual([]);
    }
  });

  test('should see how every part is, and save a support bundle', async () => {
    const page = await here.open('/lightning/n/clazar__Clazar_Health');
    await page.getByText(/need a look|Everything is well/).waitFor();
    const connection = page.locator('c-health li.row', { hasText: 'Connection' });
    await connection.getByText('Needs a look').waitFor();
    await page.getByText('The org is far from its limits.').waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await picture(page, 'health');

    const saved = page.waitForEvent('download');
    await page.locator('c-support-bundle').getByRole('button').click();

    expect((await saved).suggestedFilename()).toMatch(/\.json$/);
  });

  test('should read the health on a phone and in the dark', async () => {
    for (const look of [phone, dark]) {
      const page = await here.open('/lightning/n/clazar__Clazar_Health', look);
      await page.getByText(/need a look|Everything is well/).waitFor();

      const width = await page.evaluate<number>('document.documentElement.scrollWidth');

      expect(width).toBeLessThanOrEqual(look.width);
      expect(await accessibilityProblems(page)).toEqual([]);
    }
  });
});
