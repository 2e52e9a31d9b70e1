import type { Page } from 'playwright-core';
import { administrator, localUserId } from '../../org/index.ts';
import { accessibilityProblems, dark, phone, picture, startTimeout, visit } from './browser.ts';
import type { Look, Visit } from './browser.ts';

const userId = localUserId(administrator.username);

describe('A sales representative with the Clazar widget', () => {
  let here: Visit;

  beforeAll(async () => {
    here = await visit();
    await connect();
  }, startTimeout);

  afterAll(async () => {
    await here.close();
  });

  /** The user's own link to Clazar, without which the widget only reads. */
  async function connect(): Promise<void> {
    const links = await read('SELECT Id FROM Clazar_User__c WHERE Linked__c = TRUE');
    if (links.length > 0) return;
    await here.product.org.save(userId, {
      operation: 'insert',
      allOrNone: true,
      accessLevel: 'user',
      sharing: true,
      records: [
        {
          object: 'Clazar_User__c',
          values: { User_Id__c: userId, User__c: userId, Linked__c: true }
        }
      ]
    });
  }

  async function read(soql: string): Promise<string[]> {
    const { records } = await here.product.org.query(userId, { soql });
    return records.map(({ values }) => {
      const [value] = values.values();
      return typeof value === 'string' ? value : '';
    });
  }

  async function openFirst(soql: string, look?: Look): Promise<Page> {
    const [id = ''] = await read(soql);
    const page = await here.open(`/lightning/r/Opportunity/${id}/view`, look);
    await page.locator('c-clazar-widget').getByRole('tab').first().waitFor();
    return page;
  }

  const inState = (status: string): string =>
    `SELECT Opportunity__c FROM Cosell_Opportunity__c WHERE Status__c = '${status}' AND Cloud__c = 'AWS' AND Opportunity__c != NULL`;
  const withoutCosell =
    'SELECT Id FROM Opportunity WHERE IsClosed = FALSE AND Id NOT IN (SELECT Opportunity__c FROM Cosell_Opportunity__c WHERE Opportunity__c != NULL)';

  test('should see at a glance that AWS wants something, and what', async () => {
    const page = await openFirst(inState('Action Required'));
    const widget = page.locator('c-clazar-widget');

    await widget.getByText('needs you').waitFor();
    await widget.getByRole('button', { name: 'Correct' }).waitFor();

    expect(await accessibilityProblems(page)).toEqual([]);
    await picture(page, 'opportunity');
  });

  test.each([
    ['dark', dark],
    ['phone', phone]
  ])('should read it in the %s too', async (name, look) => {
    const page = await openFirst(inState('Action Required'), look);
    await page.locator('c-clazar-widget').getByText('needs you').waitFor();

    const width = await page.evaluate<number>('document.documentElement.scrollWidth');

    expect(width).toBeLessThanOrEqual(look.width);
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.locator('c-clazar-widget').scrollIntoViewIfNeeded();
    await page.mouse.move(200, 500);
    if (look === phone) await page.mouse.wheel(0, 500);
    await picture(page, `opportunity-${name}`);
  });

  test('should correct what AWS asks for, see what is sent, and send it', async () => {
    const page = await openFirst(inState('Action Required'));
    await page.locator('c-clazar-widget').getByRole('button', { name: 'Correct' }).click();
    const form = page.locator('c-cosell-form');
    const problem = form.getByRole('textbox', { name: /Customer Business Problem/ });
    await problem.fill(
      'Joining two companies means matching 90,000 identities on Amazon EKS until March.'
    );
    await picture(page, 'cosell-correct');

    await form.getByRole('button', { name: 'Review' }).click();
    await form.getByRole('columnheader', { name: 'Before' }).waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await picture(page, 'cosell-review');
    await form.getByRole('button', { name: 'Send' }).click();

    await form.waitFor({ state: 'detached' });
    await page.locator('c-clazar-widget').getByText('needs you').waitFor({ state: 'detached' });
  });

  test('should be told at once what is missing to create a co-sell', async () => {
    const page = await openFirst(withoutCosell);
    await page
      .locator('c-clazar-widget')
      .getByRole('button', { name: 'Create AWS co-sell' })
      .click();
    const form = page.locator('c-cosell-form');
    await form
      .getByText(/^from Opportunity/)
      .first()
      .waitFor();
    await picture(page, 'cosell-create');

    await form.getByRole('button', { name: 'Review' }).click();
    await form.getByRole('alert').first().getByRole('link').first().click();

    await form.locator(':focus').first().waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await picture(page, 'cosell-missing');
  });

  test('should make a private offer and follow it until it is live', async () => {
    const page = await openFirst(
      'SELECT Opportunity__c FROM Private_Offer__c WHERE Opportunity__c != NULL'
    );
    const widget = page.locator('c-clazar-widget');
    await widget.getByRole('tab', { name: /^Private Offers/ }).click();
    await picture(page, 'widget-offers');
    await widget.getByRole('button', { name: 'Create Private Offer' }).click();
    const form = page.locator('c-offer-form');
    await form.getByRole('combobox', { name: 'Listing' }).click();
    await form.getByRole('option').first().click();
    await form.getByRole('textbox', { name: 'Buyer account id' }).fill('1799-9156-8518');
    await form.getByText('In instalments').click();
    await form.getByText(/are scheduled/).waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await picture(page, 'offer-form');

    await form.getByRole('button', { name: 'Review' }).click();
    await form.getByRole('button', { name: 'Create offer' }).waitFor();
    await picture(page, 'offer-review');
    await form.getByRole('button', { name: 'Create offer' }).click();

    await page.getByRole('heading', { name: /The offer is live|publishes the offer/ }).waitFor();
    await picture(page, 'offer-sent');
  });

  test('should accept an invitation with the keyboard alone', async () => {
    const [id = ''] = await read(
      "SELECT Id FROM Cosell_Opportunity__c WHERE Status__c = 'Invited' AND Cloud__c = 'AWS'"
    );
    const page = await here.open(`/lightning/r/Cosell_Opportunity__c/${id}/view`);
    const accept = page.locator('c-cosell-record').getByRole('button', { name: 'Accept' });
    await accept.waitFor();

    await accept.focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('radio').first().waitFor();
    await picture(page, 'cosell-accept');
    await dialog.getByRole('button', { name: 'Accept' }).focus();
    await page.keyboard.press('Enter');

    await dialog.waitFor({ state: 'detached' });
  });

  test("should see AWS's view beside the own", async () => {
    const [id = ''] = await read(
      "SELECT Id FROM Cosell_Opportunity__c WHERE Cloud__c = 'AWS' AND Differs_From_AWS__c = TRUE"
    );
    const page = await here.open(`/lightning/r/Cosell_Opportunity__c/${id}/view`);

    await page.getByRole('tab', { name: "AWS's View" }).click();
    await page.getByRole('table', { name: /AWS/ }).waitFor();

    expect(await accessibilityProblems(page)).toEqual([]);
    await picture(page, 'cosell-compare');
  });
});
