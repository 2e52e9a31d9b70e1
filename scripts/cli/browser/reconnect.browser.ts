import type { Page } from 'playwright-core';
import { accessibilityProblems, desktop, phone, picture, startTimeout, visit } from './browser.ts';
import type { Visit } from './browser.ts';
import { startOtherOrg } from './otherOrg.ts';
import type { OtherOrg } from './otherOrg.ts';

const salesforce = '/settings/apps/salesforce';

describe('An administrator on the pages of Clazar', () => {
  let here: Visit;
  let other: OtherOrg;

  beforeAll(async () => {
    [here, other] = await Promise.all([visit(), startOtherOrg()]);
  }, startTimeout);

  afterAll(async () => {
    await here.close();
    await other.close();
  });

  /** By the name that the set-up assistant uses: then the org's session goes with its login page. */
  const sandbox = (path: string): string =>
    `${here.product.sandboxUrl.replace('127.0.0.1', 'localhost')}${path}`;

  async function clazar(path: string): Promise<Page> {
    const page = await here.open('/lightning/n/clazar__Clazar_Setup');
    await page.getByRole('heading', { name: 'Set up Clazar' }).waitFor();
    await page.goto(sandbox(path));
    return page;
  }

  /** Says in Salesforce that offers usually run for 36 months. */
  async function mapMonths(): Promise<void> {
    const page = await here.open('/lightning/n/clazar__Clazar_Mapping');
    await page.getByRole('combobox', { name: 'What is filled' }).click();
    await page.getByRole('option', { name: 'Private offer' }).click();
    await page.getByRole('button', { name: 'Change Duration in months' }).click();
    await page
      .getByRole('dialog')
      .getByRole('textbox', { name: /^Default/ })
      .fill('36');
    await page.getByRole('button', { name: 'Use' }).click();
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Saved. It counts for everything').waitFor();
  }

  async function connectHere(page: Page): Promise<void> {
    await page.getByRole('textbox', { name: 'Salesforce address' }).first().fill(here.product.url);
    await page.getByRole('button', { name: 'Connect App' }).click();
    await page.getByRole('button', { name: 'Allow' }).click();
    await page.getByText('✓ Connected').waitFor();
  }

  test('should check the address before anything is installed, and say what happens', async () => {
    const page = await clazar(salesforce);
    const install = page.getByRole('region', { name: 'Install the widget' });

    await install.getByRole('textbox').fill('acme.my.salesforce.com.evil.example');
    await page.keyboard.press('Enter');
    await install.getByRole('alert').getByText('is no Salesforce org').waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await install.getByRole('textbox').fill('https://acme--uat.sandbox.lightning.force.com/one');
    await page.keyboard.press('Enter');

    await install.getByText('is a sandbox.').waitFor();
    await install.getByText('There is no released version to install yet.').waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await picture(page, 'clazar-install');
  });

  test('should be warned that all mappings are lost with another org, and then they are', async () => {
    await mapMonths();
    const page = await clazar(salesforce);
    await connectHere(page);
    await page.getByText('1 fields are mapped').waitFor();

    await page.getByRole('textbox', { name: 'Salesforce address' }).first().fill(other.url);
    await page.getByText('all field mappings made there are lost').waitFor();
    await page.getByRole('button', { name: 'Connect App' }).click();
    expect(page.url()).toBe(sandbox(salesforce));
    await page.getByRole('checkbox').check();
    expect(await accessibilityProblems(page)).toEqual([]);
    await picture(page, 'clazar-replace');
    await page.getByRole('button', { name: 'Connect App' }).click();

    await page.getByText(other.name).first().waitFor();
    await page.goto(`${here.product.url}/lightning/n/clazar__Clazar_Mapping`);
    await page.getByRole('combobox', { name: 'What is filled' }).click();
    await page.getByRole('option', { name: 'Private offer' }).click();
    await page
      .getByRole('row', { name: /Duration in months/ })
      .getByText('12')
      .waitFor();
    await page.getByRole('button', { name: 'History of changes' }).click();
    await page.getByRole('dialog').getByText('Removed: Clazar was connected to').first().waitFor();
  });

  test('should disconnect with the keyboard alone, after No and the cross', async () => {
    const page = await clazar(salesforce);
    const ask = async (): Promise<void> => {
      await page.getByRole('link', { name: 'Disconnect App' }).focus();
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: /^Disconnect / }).waitFor();
    };

    await ask();
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.getByRole('link', { name: 'Close' }).focus();
    await page.keyboard.press('Enter');
    await page.getByText('✓ Connected').waitFor();
    await ask();
    await page.getByRole('link', { name: 'No' }).focus();
    await page.keyboard.press('Enter');
    await page.getByText('✓ Connected').waitFor();
    await ask();
    await page.getByRole('button', { name: 'Disconnect' }).focus();
    await page.keyboard.press('Enter');

    await page.getByText('All credentials are deleted').waitFor();
    await page.getByRole('heading', { name: 'Connect', exact: true }).waitFor();
  });

  test.each([
    ['wide and light', desktop, 'light'],
    ['on a phone', phone, 'light'],
    ['in the dark', desktop, 'dark'],
    ['on a phone in the dark', phone, 'dark']
  ] as const)('should read every page %s', async (_, look, colorScheme) => {
    const page = await clazar(salesforce);
    await page.setViewportSize(look);
    await page.emulateMedia({ colorScheme });

    for (const path of [salesforce, '/settings/profile', '/log']) {
      await page.goto(sandbox(path));
      await page.getByRole('heading', { level: 1 }).waitFor();
      expect(
        await page.evaluate<number>('document.documentElement.scrollWidth')
      ).toBeLessThanOrEqual(look.width);
      expect(await accessibilityProblems(page)).toEqual([]);
      await picture(
        page,
        `clazar${path.replaceAll('/', '-')}-${String(look.width)}-${colorScheme}`
      );
    }
  });
});
