import { admin, anHttpOrg } from '../rest/testing/httpOrg.ts';
import type { HttpOrg } from '../rest/testing/httpOrg.ts';

// https://developer.salesforce.com/docs/atlas.en-us.api.meta/api/compound_fields.htm

const namespace = 'xmlns="http://soap.sforce.com/2006/04/metadata"';
const place = `<CustomField ${namespace}><fullName>Place__c</fullName><label>Place</label>
  <type>Location</type><scale>6</scale><displayLocationInDecimal>true</displayLocationInDecimal></CustomField>`;

const setUp = `insert new Account(Name = 'Acme', BillingCity = 'Berlin', BillingPostalCode = '10115',
  Place__Latitude__s = 52.5, Place__Longitude__s = 13.4);`;

let http: HttpOrg;

beforeAll(async () => {
  http = await anHttpOrg({ 'objects/Account/fields/Place__c.field-meta.xml': place });
});

afterAll(() => http.close());
afterEach(() => http.clear());

async function said(apex: string): Promise<readonly string[]> {
  const { log, success } = await http.org.executeAnonymous(admin, `${setUp}\n${apex}`);
  expect(success).toBe(true);
  return log.split('\n').flatMap((line) => line.split('|DEBUG|')[1] ?? []);
}

test('should give Apex an address and a place whole', async () => {
  const apex = `
    Account found = [SELECT BillingAddress, ShippingAddress, Place__c FROM Account];
    Address billing = found.BillingAddress;
    System.debug(billing.getCity() + ' ' + billing.postalCode + ' ' + billing.getStreet());
    System.debug(found.ShippingAddress == null);
    Location place = found.Place__c;
    System.debug(place.getLatitude() + ' ' + place.longitude);
    found.Name = 'Changed';
    update found;
    System.debug([SELECT BillingCity FROM Account].BillingCity);`;

  expect(await said(apex)).toEqual(['Berlin 10115 null', 'true', '52.5 13.4', 'Berlin']);
});

test('should write them as JSON, in Apex and in REST', async () => {
  const [line = ''] = await said(
    `System.debug(JSON.serialize([SELECT BillingAddress, Place__c FROM Account]));`
  );

  const { body } = await http.call('GET', '/query?q=SELECT+BillingAddress,Place__c+FROM+Account');

  const expected = {
    BillingAddress: {
      city: 'Berlin',
      country: null,
      geocodeAccuracy: null,
      latitude: null,
      longitude: null,
      postalCode: '10115',
      state: null,
      street: null
    },
    Place__c: { latitude: 52.5, longitude: 13.4 }
  };
  expect(JSON.parse(line)).toMatchObject([expected]);
  expect(body).toMatchObject({ records: [expected] });
});

test('should bring them with all fields of a record', async () => {
  const [found] = await said(
    `Account all = [SELECT FIELDS(ALL) FROM Account LIMIT 1]; System.debug(all.BillingAddress.getCity());`
  );

  expect(found).toBe('Berlin');
});
