import type { Page } from 'playwright-core';
import { accessibilityProblems, dark, phone, picture, visit } from './browser.ts';
import type { Visit } from './browser.ts';

const setup = '/lightning/n/clazar__Clazar_Setup';
const profile = '/lightning/n/clazar__Clazar_Profile';

describe('An administrator who sets up Clazar', () => {
  let here: Visit;

  beforeAll(async () => {
    here = await visit();
  }, 240_000);

  afterAll(async () => {
    await here.close();
  });

  /** The assistant when every step has been looked at. */
  async function assistant(look?: Parameters<Visit['open']>[1]): Promise<Page> {
    const page = await here.open(setup, look);
    await page.getByText(/of 8 steps done/).waitFor();
    await page.locator('c-setup-step .spinner').last().waitFor({ state: 'detached' });
    return page;
  }

  /** The part of the page that is one step. */
  const step = (page: Page, title: string) =>
    page.locator('c-setup-step', { has: page.getByRole('heading', { name: title }) });

  test('should see what is done and what is missing', async () => {
    const page = await assistant();

    await step(page, 'Enter the API credentials').getByText('Done').waitFor();
    await step(page, 'Connect Clazar to this org').getByText('To do').waitFor();

    expect(await accessibilityProblems(page)).toEqual([]);
    await picture(page, 'setup');
  });

  test('should read which object permissions the integration user is granted', async () => {
    const page = await assistant();
    const users = step(page, 'Create the integration user');

    await users.getByRole('button', { name: /How to do this/ }).click();

    const table = users.getByRole('table');
    await table.getByRole('rowheader', { name: 'Opportunity' }).waitFor();
    expect(await table.getByRole('row').count()).toBe(6);
    expect(await table.getByText('needed and missing').count()).toBe(0);
    expect(await accessibilityProblems(page)).toEqual([]);
    await users.scrollIntoViewIfNeeded();
    await picture(page, 'setup-integration-user');
  });

  test('should connect Clazar by its OAuth login, and disconnect it again', async () => {
    const page = await assistant();
    const connection = step(page, 'Connect Clazar to this org');

    await connection.getByRole('link', { name: 'Connect App' }).click();
    await page.getByRole('heading', { level: 1, name: 'Salesforce' }).waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await picture(page, 'clazar-connect');
    await page.getByRole('button', { name: 'Connect App' }).click();
    await page.getByRole('heading', { name: 'Allow Access?' }).waitFor();
    await picture(page, 'allow');
    await page.getByRole('button', { name: 'Allow' }).click();
    await page.getByText('✓ Connected').waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await picture(page, 'clazar-connected');
    await page.getByRole('link', { name: 'Back to Salesforce' }).click();

    await step(page, 'Connect Clazar to this org').getByText('Done').waitFor();
    const again = step(page, 'Connect Clazar to this org');
    await again.getByRole('button', { name: /How to do this/ }).click();
    await again.getByText('Developer').waitFor();
    await again.getByText('admin@clazar.local', { exact: true }).waitFor();
    await again.scrollIntoViewIfNeeded();
    await picture(page, 'setup-connected');

    await again.getByRole('button', { name: 'Disconnect App' }).click();
    await page.getByRole('button', { name: 'No', exact: true }).click();
    await again.getByText('Connected', { exact: true }).waitFor();
    await again.getByRole('button', { name: 'Disconnect App' }).click();
    await page.getByRole('dialog').getByRole('button', { name: /close/i }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await again.getByText('Connected', { exact: true }).waitFor();
    await again.getByRole('button', { name: 'Disconnect App' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await picture(page, 'disconnect');
    await page.getByRole('button', { name: 'Disconnect', exact: true }).click();

    await again.getByText(/the package stays installed/).waitFor();
    await again.getByRole('link', { name: 'Connect App' }).waitFor();
  });

  test('should find out how a step is done with the keyboard alone', async () => {
    const page = await assistant();
    await page.getByRole('button', { name: 'Check all again' }).focus();

    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');

    await step(page, 'Give people access to the package')
      .getByRole('link', { name: /Open Permission Sets/ })
      .waitFor();
  });

  test('should see everything on a phone and in the dark', async () => {
    for (const look of [phone, dark]) {
      const page = await assistant(look);

      const width = await page.evaluate<number>('document.documentElement.scrollWidth');

      expect(width).toBeLessThanOrEqual(look.width);
      expect(await accessibilityProblems(page)).toEqual([]);
      await picture(page, look === phone ? 'setup-phone' : 'setup-dark');
    }
  });

  test('should connect the own user to the own user of Clazar', async () => {
    const page = await assistant();
    await step(page, 'Connect Clazar to this org')
      .getByRole('link', { name: 'Connect App' })
      .click();
    await page.getByRole('button', { name: 'Connect App' }).click();
    await page.getByRole('button', { name: 'Allow' }).click();
    await page.getByText('✓ Connected').waitFor();

    await page.goto(`${here.product.url}${profile}`);
    const linked = page.locator('c-user-link .disconnect');
    await page.locator('c-user-link .connect').or(linked).waitFor();
    if ((await linked.count()) > 0) await linked.click();
    await page.getByRole('link', { name: 'Connect App' }).click();
    await page.getByRole('heading', { level: 1, name: 'Profile' }).waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await picture(page, 'clazar-profile');
    await page.getByRole('button', { name: 'Connect App' }).click();
    await page.getByRole('button', { name: 'Allow' }).click();
    await page.getByText(/✓ Connected as/).waitFor();
    await page.getByRole('link', { name: 'Back to Salesforce' }).click();

    await page.getByText('Connected to robin.admin@northwind-software.example').waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await picture(page, 'profile');

    await page.getByRole('button', { name: 'Disconnect App' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: 'Connect App' }).waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
  });
});
