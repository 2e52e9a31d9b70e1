import { accessibilityProblems, phone, picture, visit } from './browser.ts';
import type { Visit } from './browser.ts';
import { press, typeInto } from './keyboard.ts';
import { valuesOf } from './seller.ts';

const flows = '/lightning/page/flows';

describe('Somebody who builds flows', () => {
  let here: Visit;

  beforeAll(async () => {
    here = await visit();
  }, 240_000);

  afterAll(async () => {
    await here.close();
  });

  test('should find the page in the App Launcher, with actions and flows', async () => {
    const page = await here.open('/');
    await page.getByRole('button', { name: 'App Launcher' }).click();

    await page.getByRole('link', { name: 'Flows', exact: true }).click();

    await page.getByRole('button', { name: 'Accept AWS Co-Sell Opportunity' }).waitFor();
    await page.getByRole('button', { name: 'Create AWS Co-Sell', exact: true }).waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
  });

  test('should run an action, and see its outputs and the limits it used', async () => {
    const page = await here.open(flows);
    await page.getByRole('button', { name: 'Check Co-Sell Readiness' }).click();

    await page.getByRole('textbox', { name: /Cloud/ }).fill('AWS');
    await page.getByRole('button', { name: 'Run' }).click();

    await page.getByText(/^It ran, and answered/).waitFor();
    await page.getByRole('row', { name: /^Message Say which Salesforce opportunity/ }).waitFor();
    await page.getByText('SOQL queries').waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await picture(page, 'flows');
  });

  test('should run an action with the keyboard alone, and give it a value with fields', async () => {
    const [opportunityId = ''] = await valuesOf(here.product, 'SELECT Id FROM Opportunity LIMIT 1');
    const page = await here.open(flows);

    await press(page, page.getByRole('button', { name: 'Check Co-Sell Readiness' }));
    await typeInto(
      page,
      page.getByRole('textbox', { name: /Salesforce Opportunity Id/ }),
      opportunityId
    );
    await typeInto(page, page.getByRole('textbox', { name: /Cloud/ }), 'AWS');
    const overrides = page.getByRole('textbox', { name: /Field Overrides/ });
    await typeInto(page, overrides, '{"field": "Customer Website", "value": "no address"}');
    await press(page, page.getByRole('button', { name: 'Run' }));

    await page.getByText(/^It ran/).waitFor();
    await page.getByText('SOQL queries').waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
  });

  test('should be told which input is wrong', async () => {
    const page = await here.open(flows);
    await page.getByRole('button', { name: 'Check Co-Sell Readiness' }).click();

    await page.getByRole('textbox', { name: /Salesforce Opportunity Id/ }).fill('no id');
    await page.getByRole('button', { name: 'Run' }).click();

    await page.getByRole('alert').getByText('“no id” is no Id').waitFor();
  });

  test('should read how a template is used, on a phone too', async () => {
    const page = await here.open(flows, phone);
    await page.getByRole('button', { name: 'Create AWS Co-Sell', exact: true }).click();

    await page.getByText(/save a copy in Flow Builder/).waitFor();

    const width = await page.evaluate<number>('document.documentElement.scrollWidth');
    expect(width).toBeLessThanOrEqual(phone.width);
    expect(await accessibilityProblems(page)).toEqual([]);
  });
});
