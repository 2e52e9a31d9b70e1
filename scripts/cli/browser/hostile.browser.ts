import type { Page } from 'playwright-core';
import { administrator, localUserId } from '../../org/index.ts';
import { visit } from './browser.ts';
import type { Visit } from './browser.ts';

const markup = '"><img src=x onerror="window.hacked=1"><script>window.hacked=1</script>';
const address = 'javascript:window.hacked=1';

/** Words of a fixed list, keys and dates: anything else a customer, a buyer or a cloud can write. */
const fixed =
  /(^|_)(id|uuid|cloud|status|stage|at|by|date|type|archived|duration|currency|state|code)$/i;
const fixedValue = /^(\d[\d.,:TZ+-]*|P\w+|true|false|[A-Z_]{2,}|https?:.*)$/;

function poisoned(value: unknown, name = ''): unknown {
  if (Array.isArray(value)) return value.map((each) => poisoned(each, name));
  if (typeof value === 'string') return poisonedText(value, name);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, poisoned(each, key)]));
}

function poisonedText(text: string, name: string): string {
  if (fixed.test(name)) return text;
  if (/url$|website$/i.test(name)) return address;
  return fixedValue.test(text) ? text : markup;
}

const places = {
  listings: 'Listing__c',
  buyers: 'Buyer__c',
  private_offers: 'Private_Offer__c',
  contracts: 'Contract__c',
  opportunities: 'Cosell_Opportunity__c'
} as const;
type Place = keyof typeof places;

describe('Records full of markup', () => {
  let here: Visit;
  const ids = new Map<Place, string>();

  beforeAll(async () => {
    here = await visit();
    for (const name of Object.keys(places) as Place[]) ids.set(name, await plant(name));
  });

  afterAll(async () => {
    await here.close();
  });

  /** Poisons a record in Clazar, lets it be synced, and finds it in the org. */
  async function plant(name: Place): Promise<string> {
    const { org, sandbox } = here.product;
    const record = sandbox.control.snapshot()[name][0];
    const fields = poisoned(record) as { id: string };
    sandbox.control.putRecord(name, fields);
    const userId = localUserId(administrator.username);
    const start = { className: 'SyncController', methodName: 'start' };
    await org.invokeAura(userId, { ...start, parameters: { isFull: false } });
    await org.settled();
    const soql = `SELECT Id FROM ${places[name]} WHERE Clazar_Id__c = '${fields.id}'`;
    const { records } = await org.query(userId, { soql });
    return records[0]?.values.get('Id') as string;
  }

  /** What ran or could be made to run on the page. */
  async function harm(page: Page): Promise<string[]> {
    const ran = await page.evaluate<boolean>("'hacked' in window");
    const links = await page.locator('a[href]').all();
    const targets = await Promise.all(links.map((link) => link.getAttribute('href')));
    const unsafe = targets.filter((target) =>
      /^\s*(javascript|data|vbscript):(?!void\(0\)$)/i.test(target ?? '')
    );
    return [...(ran ? ['a script ran'] : []), ...unsafe.map(String)];
  }

  test.each(Object.keys(places) as Place[])(
    'should be only text on the page of %s',
    async (name) => {
      const page = await here.open(`/lightning/r/${ids.get(name) ?? ''}/view`);

      await page.getByText('onerror').filter({ visible: true }).first().waitFor();

      expect(await harm(page)).toEqual([]);
    }
  );

  test.each(Object.values(places))('should be only text in the list of %s', async (object) => {
    const page = await here.open(`/lightning/o/clazar__${object}/list`);

    await page.getByRole('rowheader').first().waitFor();

    expect(await harm(page)).toEqual([]);
  });

  test('should be only text on the home page', async () => {
    const page = await here.open('/');

    await page.getByRole('figure').first().waitFor();

    expect(await harm(page)).toEqual([]);
  });
});
