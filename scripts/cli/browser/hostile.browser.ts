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

const userId = localUserId(administrator.username);

describe('Records full of markup', () => {
  let here: Visit;
  const ids = new Map<Place, string>();

  beforeAll(async () => {
    here = await visit();
    const planted = (Object.keys(places) as Place[]).map((name) => [name, plant(name)] as const);
    await sync();
    for (const [name, clazarId] of planted) ids.set(name, await find(name, clazarId));
  });

  afterAll(async () => {
    await here.close();
  });

  /** Poisons a record in Clazar. @returns its id there */
  function plant(name: Place): string {
    const { control } = here.product.sandbox;
    const fields = poisoned(control.snapshot()[name][0]) as { id: string };
    return control.putRecord(name, fields).id;
  }

  async function sync(): Promise<void> {
    const { org } = here.product;
    const start = { className: 'SyncController', methodName: 'start' };
    await org.invokeAura(userId, { ...start, parameters: { isFull: false } });
    await org.settled();
  }

  async function find(name: Place, clazarId: string): Promise<string> {
    const soql = `SELECT Id FROM ${places[name]} WHERE Clazar_Id__c = '${clazarId}'`;
    const { records } = await here.product.org.query(userId, { soql });
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

      await page.getByText('onerror').first().waitFor();

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
