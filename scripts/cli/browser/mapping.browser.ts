import type { Page } from 'playwright-core';
import { administrator, localUserId } from '../../org/index.ts';
import { accessibilityProblems, dark, phone, picture, visit } from './browser.ts';
import type { Look, Visit } from './browser.ts';

const mapping = '/lightning/n/clazar__Clazar_Mapping';

describe('An administrator who maps fields', () => {
  let here: Visit;

  beforeAll(async () => {
    here = await visit();
  }, 240_000);

  afterAll(async () => {
    await here.close();
  });

  /** The screen with its fields. */
  async function screen(look?: Look): Promise<Page> {
    const page = await here.open(mapping, look);
    await page.getByRole('rowheader').first().waitFor();
    return page;
  }

  async function opportunityId(): Promise<string> {
    const soql = 'SELECT Id FROM Opportunity WHERE IsClosed = FALSE LIMIT 1';
    const userId = localUserId(administrator.username);
    const { records } = await here.product.org.query(userId, { soql });
    const id = records[0]?.values.get('Id');
    return typeof id === 'string' ? id : '';
  }

  const row = (page: Page, field: string) =>
    page.locator('c-field-mapping tr', {
      has: page.getByRole('button', { name: `Change ${field}`, exact: true })
    });

  test('should see required fields first, and try them with an opportunity', async () => {
    const page = await screen();

    await page.getByRole('combobox', { name: 'Try with an opportunity' }).click();
    await page.getByRole('option').first().click();

    await page.getByRole('columnheader', { name: 'With this opportunity' }).waitFor();
    await page.locator('td.preview div:not(.nothing):not(.quiet)').first().waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await picture(page, 'mapping');
  });

  test('should choose a field behind a lookup, save it, and find it in the history', async () => {
    const page = await screen();

    await page.getByRole('searchbox', { name: 'Search fields' }).fill('Customer Website');
    await page.getByRole('button', { name: 'Change Customer Website', exact: true }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Fields of Account ID' }).click();
    await dialog.getByRole('button', { name: /^Account Name/ }).waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await picture(page, 'mapping-field');
    await dialog.getByRole('button', { name: /^Account Description|^Description/ }).click();
    await dialog.getByRole('button', { name: 'Use' }).click();
    await row(page, 'Customer Website').getByText('not saved yet').waitFor();
    await page.getByRole('button', { name: 'Save' }).click();

    await page.getByText('Saved. It counts for everything').waitFor();
    await row(page, 'Customer Website').getByText('Opportunity › Account › Description').waitFor();
    await page.getByRole('button', { name: 'History of changes' }).click();
    await page.getByRole('dialog').getByText('Account.Description').waitFor();
    await page.getByRole('dialog').getByText('Ada Admin').first().waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await picture(page, 'mapping-history');
  });

  test('should be told at the field what is wrong before anything is saved', async () => {
    const page = await screen();

    await page.getByRole('searchbox', { name: 'Search fields' }).fill('Target Close Date');
    await page.getByRole('button', { name: 'Change Target Close Date', exact: true }).click();
    await page.getByRole('textbox', { name: 'Date, when it is empty' }).fill('tomorrow');
    await page.getByRole('button', { name: 'Use' }).click();
    await page.getByRole('button', { name: 'Save' }).click();

    await page.getByRole('alert').getByText('1 fields need a look').waitFor();
    await row(page, 'Target Close Date')
      .getByText(/tomorrow/)
      .first()
      .waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
  });

  test('should say what fills private offers, and find it in the form', async () => {
    const page = await screen();
    await page.getByRole('combobox', { name: 'What is filled' }).click();
    await page.getByRole('option', { name: 'Private offer' }).click();
    await page.getByRole('button', { name: 'Change Buyer account id' }).waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);

    await page.getByRole('button', { name: 'Change Duration in months' }).click();
    await page
      .getByRole('dialog')
      .getByRole('textbox', { name: /^Default/ })
      .fill('24');
    await page.getByRole('button', { name: 'Use' }).click();
    await page.getByRole('searchbox', { name: 'Find an opportunity' }).fill('a');
    await page.getByRole('combobox', { name: 'Try with an opportunity' }).click();
    await page.getByRole('option').first().click();
    await row(page, 'Duration in months').locator('td.preview').getByText('24').waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await picture(page, 'mapping-offer');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Saved. It counts for everything').waitFor();

    await page.goto(`${here.product.url}/lightning/r/Opportunity/${await opportunityId()}/view`);
    const widget = page.locator('c-clazar-widget');
    await widget.getByRole('tab', { name: /^Private Offers/ }).click();
    await widget.getByRole('button', { name: 'Create Private Offer' }).click();
    const months = page.locator('c-offer-form').getByRole('spinbutton', { name: /Duration/ });
    await months.waitFor();
    expect(await months.inputValue()).toBe('24');
  });

  test('should change a field with the keyboard alone', async () => {
    const page = await screen();
    await page.getByRole('searchbox', { name: 'Search fields' }).fill('Use Case');
    await page.getByRole('button', { name: 'Change Use Case', exact: true }).focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog');
    await dialog.waitFor();

    await page.keyboard.press('Escape');

    await dialog.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Change Use Case', exact: true }).waitFor();
  });

  test('should see everything on a phone and in the dark', async () => {
    for (const look of [phone, dark]) {
      const page = await screen(look);

      const width = await page.evaluate<number>('document.documentElement.scrollWidth');

      expect(width).toBeLessThanOrEqual(look.width);
      expect(await accessibilityProblems(page)).toEqual([]);
      await picture(page, look === phone ? 'mapping-phone' : 'mapping-dark');
    }
  });
});
