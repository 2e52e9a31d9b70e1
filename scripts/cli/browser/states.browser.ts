import type { Page } from 'playwright-core';
import { localUserId } from '../../org/index.ts';
import { accessibilityProblems, picture, startTimeout, visit } from './browser.ts';
import type { Visit } from './browser.ts';
import { connectUser, valuesOf } from './seller.ts';

const sync = '/lightning/n/clazar__Clazar_Sync';
const cosellOf = "FROM Cosell_Opportunity__c WHERE Cloud__c = 'AWS' AND Opportunity__c != NULL";

describe('Somebody who cannot do everything just now', () => {
  let here: Visit;

  beforeAll(async () => {
    here = await visit();
    await connectUser(here.product);
  }, startTimeout);

  afterAll(async () => {
    await here.close();
  });

  async function addressOf(object: string, soql: string): Promise<string> {
    const [id = ''] = await valuesOf(here.product, soql);
    return `/lightning/r/${object}/${id}/view`;
  }

  const deal = (): Promise<string> => addressOf('Opportunity', `SELECT Opportunity__c ${cosellOf}`);

  /** Opens an address as another user of the org. */
  async function openAs(username: string, path: string): Promise<Page> {
    const page = await here.open('/');
    await page.evaluate(
      ([userId]) =>
        fetch('/services/local/session/user', {
          method: 'POST',
          headers: { 'Content-Type': 'application/json', 'X-Local-Org': '1' },
          body: JSON.stringify({ userId })
        }),
      [localUserId(username)]
    );
    await page.goto(`${here.product.url}${path}`);
    return page;
  }

  test('should see on an account what is sold together in its deals', async () => {
    const [id = ''] = await valuesOf(
      here.product,
      'SELECT AccountId FROM Opportunity WHERE AccountId != NULL AND Id IN (SELECT Opportunity__c FROM Cosell_Opportunity__c WHERE Opportunity__c != NULL)'
    );
    const page = await here.open(`/lightning/r/Account/${id}/view`);
    const widget = page.locator('c-clazar-widget');

    await widget.locator('c-cosell-card').first().waitFor();

    await widget.getByRole('tab', { name: /^Co-Sell \(\d+\)/ }).waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await picture(page, 'account');
  });

  test('should read a co-sell without a connection to Clazar, and be led to it', async () => {
    const address = await addressOf('Cosell_Opportunity__c', `SELECT Id ${cosellOf}`);
    const page = await openAs('clazar.admin@clazar.local', address);

    await page
      .locator('c-cosell-record')
      .getByText(/^You can read here, but not send/)
      .waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await picture(page, 'widget-not-connected');
    await page.getByRole('button', { name: 'Connect to Clazar' }).click();

    await page.waitForURL(/Clazar_Profile/);
  });

  test('should be told that what is seen may be old, and since when', async () => {
    const page = await here.open(await deal());
    await page.clock.setFixedTime(Date.now() + 2 * 24 * 3_600_000);
    await page.reload();

    await page
      .locator('c-clazar-widget')
      .getByText(/^What you see may be old/)
      .waitFor();

    expect(await accessibilityProblems(page)).toEqual([]);
    await picture(page, 'widget-stale');
  });

  test('should be able to try again when Clazar did not answer', async () => {
    const page = await here.open(await deal());
    const card = page.locator('c-clazar-widget c-cosell-card').first();
    const read = card.getByRole('button', { name: 'Read from Clazar' });
    await read.waitFor();
    here.product.sandbox.control.addFault({ kind: 'status', status: 503, times: 50 });

    await read.click();
    const again = card.getByRole('button', { name: 'Try Again' });
    await again.waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await picture(page, 'widget-unreachable');
    here.product.sandbox.control.clearFaults();
    await again.click();

    await again.waitFor({ state: 'detached' });
  });

  test('should send again what did not reach Clazar, from the outbox', async () => {
    const page = await here.open(sync);
    const outbox = page.locator('c-outbox-list');
    await outbox.getByRole('checkbox').nth(1).check();
    expect(await accessibilityProblems(page)).toEqual([]);
    await picture(page, 'outbox');

    await outbox.getByRole('button', { name: 'Send Selected Again' }).click();

    await outbox.getByText(/on their way again/).waitFor();
  });
});
