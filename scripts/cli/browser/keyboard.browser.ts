import type { Page } from 'playwright-core';
import { accessibilityProblems, startTimeout, visit } from './browser.ts';
import type { Visit } from './browser.ts';
import { press, tabTo, typeInto } from './keyboard.ts';
import { connectUser, valuesOf } from './seller.ts';

describe('A sales representative without a mouse', () => {
  let here: Visit;

  beforeAll(async () => {
    here = await visit();
    await connectUser(here.product);
  }, startTimeout);

  afterAll(async () => {
    await here.close();
  });

  /** The page of the first record that is found. */
  async function openFirst(object: string, soql: string): Promise<Page> {
    const [id = ''] = await valuesOf(here.product, soql);
    return here.open(`/lightning/r/${object}/${id}/view`);
  }

  const cosellIn = (status: string): Promise<Page> =>
    openFirst(
      'Cosell_Opportunity__c',
      `SELECT Id FROM Cosell_Opportunity__c WHERE Status__c = '${status}' AND Cloud__c = 'AWS'`
    );

  test('should accept an invitation', async () => {
    const page = await cosellIn('Invited');
    const card = page.locator('c-cosell-record');
    await press(page, card.getByRole('button', { name: 'Accept' }));
    const dialog = page.getByRole('dialog');
    await tabTo(page, dialog.getByRole('radio').first());
    await page.keyboard.press('ArrowDown');

    await press(page, dialog.getByRole('button', { name: 'Accept' }));

    await dialog.waitFor({ state: 'detached' });
    await card.getByRole('button', { name: 'Accept' }).waitFor({ state: 'detached' });
    expect(await accessibilityProblems(page)).toEqual([]);
  });

  test('should update a co-sell, and see before sending what changes', async () => {
    const page = await cosellIn('Approved');
    await press(page, page.locator('c-cosell-record').getByRole('button', { name: 'Update' }));
    const form = page.locator('c-cosell-form');
    await typeInto(page, form.getByRole('textbox', { name: /^Next Steps/ }), 'Call on Monday.');

    await press(page, form.getByRole('button', { name: 'Review' }));
    await form.getByRole('cell', { name: 'Call on Monday.' }).waitFor();
    await press(page, form.getByRole('button', { name: 'Send' }));

    await form.waitFor({ state: 'detached' });
  });

  test('should submit a draft to AWS', async () => {
    const page = await cosellIn('Draft');
    const card = page.locator('c-cosell-record');
    await press(page, card.getByRole('button', { name: 'Submit' }));
    const form = page.locator('c-cosell-form');

    await press(page, form.getByRole('button', { name: 'Review' }));
    await press(page, form.getByRole('button', { name: 'Send' }));

    await form.waitFor({ state: 'detached' });
  });
});
