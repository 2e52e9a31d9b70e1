import { anHttpOrg, data } from '../testing/httpOrg.ts';
import type { HttpOrg } from '../testing/httpOrg.ts';

const head = 'xmlns="http://soap.sforce.com/2006/04/metadata"';
const action = (label: string): string =>
  `<QuickAction ${head}><label>${label}</label><optionsCreateFeedItem>false</optionsCreateFeedItem><targetObject>Account</targetObject><type>Update</type></QuickAction>`;

let http: HttpOrg;
beforeAll(async () => {
  http = await anHttpOrg({
    'objects/Order__c/compactLayouts/Short.compactLayout-meta.xml': `<CompactLayout ${head}><fullName>Short</fullName><fields>Name</fields><fields>Amount__c</fields><label>In short</label></CompactLayout>`,
    'quickActions/Order__c.Change_It.quickAction-meta.xml': action('Change it'),
    'quickActions/Anywhere.quickAction-meta.xml': action('Anywhere')
  });
});
afterAll(() => http.close());

test('should tell the compact layouts of an object, with the labels of their fields', async () => {
  const { body } = await http.call('GET', '/sobjects/Order__c/describe/compactLayouts');

  expect(body).toMatchObject({
    compactLayouts: [
      {
        name: 'Short',
        label: 'In short',
        fieldItems: [{ label: 'Name' }, { layoutComponents: [{ value: 'Amount__c' }] }]
      }
    ],
    defaultCompactLayoutId: null
  });
});

test('should tell the quick actions of an object, and those of all', async () => {
  const own = await http.call('GET', '/sobjects/Order__c/quickActions');
  const global = await http.call('GET', '/quickActions');

  expect(own.body).toEqual([
    {
      name: 'Order__c.Change_It',
      label: 'Change it',
      type: 'Update',
      urls: { quickAction: `${data}/sobjects/Order__c/quickActions/Order__c.Change_It` }
    }
  ]);
  expect(global.body).toMatchObject([{ name: 'Anywhere' }]);
});

test('should know no approval layouts, and nothing of objects that are not there', async () => {
  const none = await http.call('GET', '/sobjects/Account/describe/approvalLayouts');
  const unknown = await http.call('GET', '/sobjects/Nothing__c/describe/compactLayouts');

  expect(none.body).toEqual({ approvalLayouts: [] });
  expect(unknown.status).toBe(404);
});

test('should put an address together in a record', async () => {
  const values = { Name: 'There', BillingCity: 'Berlin', BillingCountry: 'Germany' };
  const created = await http.call('POST', '/sobjects/Account', { body: values });
  const { id } = created.body as { id: string };

  const { body } = await http.call('GET', `/sobjects/Account/${id}`);

  expect(body).toMatchObject({
    BillingCity: 'Berlin',
    BillingAddress: { city: 'Berlin', country: 'Germany' },
    ShippingAddress: null
  });
});
