import { parseXml } from '../metadata/index.ts';
import type { Component } from '../metadata/index.ts';
import { aFakeOrg, aRecord, found, refused, saved } from '../rest/testing/fakeOrg.ts';

const api = '/services/data/v66.0/ui-api';
const accountId = '001000000000001AAA';

function component(type: string, fullName: string, content: string): Component {
  const xml = parseXml(`<${type}>${content}</${type}>`, `${fullName}.xml`);
  return { type, fullName, file: `${fullName}.xml`, content: undefined, xml };
}

const hotAccounts = component(
  'ListView',
  'Account.Hot',
  `<label>Hot accounts</label><columns>ACCOUNT.NAME</columns><columns>Rating</columns><columns>OwnerId</columns>
   <filterScope>Everything</filterScope>
   <filters><field>Rating</field><operation>equals</operation><value>Hot,Warm</value></filters>
   <filters><field>Name</field><operation>contains</operation><value>O'Neil</value></filters>
   <booleanFilter>1 OR 2</booleanFilter>`
);

const accountLayout = component(
  'Layout',
  'Account-Account Layout',
  `<layoutSections><label>About</label><detailHeading>true</detailHeading>
     <layoutColumns>
       <layoutItems><behavior>Required</behavior><field>Name</field></layoutItems>
       <layoutItems><behavior>Edit</behavior><field>Website</field></layoutItems>
     </layoutColumns>
     <layoutColumns><layoutItems><behavior>Readonly</behavior><field>OwnerId</field></layoutItems></layoutColumns>
   </layoutSections>`
);

describe('User Interface API', () => {
  describe('lists', () => {
    test('should name the list views of an object', async () => {
      const { call } = aFakeOrg([hotAccounts]);

      expect((await call('GET', `${api}/list-info/Account`)).body).toMatchObject({
        count: 1,
        lists: [{ apiName: 'Hot', label: 'Hot accounts' }]
      });
    });

    test('should show a lookup by the name of its parent', async () => {
      const { call } = aFakeOrg([hotAccounts]);

      const { body } = await call('GET', `${api}/list-info/Account/Hot`);

      const columns = (body as { displayColumns: { fieldApiName: string }[] }).displayColumns;
      expect(columns.map(({ fieldApiName }) => fieldApiName)).toEqual([
        'Name',
        'Rating',
        'Owner.Name'
      ]);
    });

    test('should ask for the records that the filters let through, with values quoted', async () => {
      const { call, answers, queries } = aFakeOrg([hotAccounts]);
      answers.push(found());

      await call('GET', `${api}/list-records/Account/Hot?pageSize=10&sortBy=-Rating`);

      expect(queries[0]?.soql).toContain(
        "WHERE ((Rating = 'Hot' OR Rating = 'Warm') OR (Name LIKE '%O\\'Neil%')) " +
          'ORDER BY Rating DESC NULLS LAST, Id LIMIT 11 OFFSET 0'
      );
    });

    test('should say where the next page starts, only when there is one', async () => {
      const { call, answers } = aFakeOrg([hotAccounts]);
      const rows = ['A', 'B', 'C'].map((Name) => aRecord('Account', { Id: accountId, Name }));
      answers.push(found(...rows), found(...rows.slice(0, 1)));

      const first = await call('GET', `${api}/list-records/Account/Hot?pageSize=2`);
      const last = await call('GET', `${api}/list-records/Account/Hot?pageSize=2&pageToken=2`);

      expect(first.body).toMatchObject({ count: 2, nextPageToken: '2' });
      expect(last.body).toMatchObject({ count: 1, nextPageToken: null });
    });

    test('should refuse to sort by what is no column', async () => {
      const { call, queries } = aFakeOrg([hotAccounts]);

      const answer = await call('GET', `${api}/list-records/Account/Hot?sortBy=Name;DROP`);

      expect(answer).toMatchObject({ status: 400, body: [{ errorCode: 'INVALID_FIELD' }] });
      expect(queries).toEqual([]);
    });
  });

  describe('records', () => {
    test('should answer each field with its value and how a person reads it', async () => {
      const { call, answers } = aFakeOrg();
      const record = { Id: accountId, Name: 'Acme', AnnualRevenue: 1234.5 };
      answers.push(found(aRecord('Account', record)));

      const { body } = await call(
        'GET',
        `${api}/records/${accountId}?fields=Account.Name,Account.AnnualRevenue`
      );

      expect(body).toMatchObject({
        apiName: 'Account',
        id: accountId,
        fields: {
          Name: { value: 'Acme', displayValue: null },
          AnnualRevenue: { value: 1234.5, displayValue: expect.stringMatching(/^\$1,23[45]/) }
        }
      });
    });

    test('should bring a parent with its name', async () => {
      const { call, answers, queries } = aFakeOrg();
      const owner = aRecord('User', { Id: '005000000000001AAA', Name: 'Ada' });
      answers.push(
        found(aRecord('Account', { Id: accountId, OwnerId: owner.values.get('Id') ?? '' }))
      );

      await call('GET', `${api}/records/${accountId}?optionalFields=Account.ParentId`);

      expect(queries[0]?.soql).toContain('Parent.Name');
    });

    test('should refuse a field that the user may not read, and leave it out when optional', async () => {
      const { call, answers, denied, queries } = aFakeOrg();
      denied.add('Account.Website');
      answers.push(found(aRecord('Account', { Id: accountId })));

      const required = await call('GET', `${api}/records/${accountId}?fields=Account.Website`);
      const optional = await call(
        'GET',
        `${api}/records/${accountId}?optionalFields=Account.Website`
      );

      expect([required.status, optional.status]).toEqual([400, 200]);
      expect(queries[0]?.soql).not.toContain('Website');
    });

    test('should read what a layout shows', async () => {
      const { call, answers, queries } = aFakeOrg([accountLayout]);
      answers.push(found(aRecord('Account', { Id: accountId })));

      await call('GET', `${api}/records/${accountId}?layoutTypes=Full&modes=View`);

      expect(queries[0]?.soql).toMatch(/\bName\b.*\bWebsite\b.*\bOwnerId\b/);
    });

    test('should tell a form which field was refused and why', async () => {
      const { call, saveResults } = aFakeOrg();
      saveResults.push([refused('STRING_TOO_LONG', 'Website: data value too large', 'Website')]);

      const { status, body } = await call('PATCH', `${api}/records/${accountId}`, {
        fields: { Website: 'x'.repeat(300) }
      });

      expect(status).toBe(400);
      expect(body).toMatchObject({
        output: {
          errors: [],
          fieldErrors: { Website: [{ errorCode: 'STRING_TOO_LONG', field: 'Website' }] }
        }
      });
    });

    test('should answer a created record', async () => {
      const { call, answers, saves, saveResults } = aFakeOrg();
      saveResults.push([saved(accountId)]);
      answers.push(found(aRecord('Account', { Id: accountId, Name: 'Acme' })));

      const { status, body } = await call('POST', `${api}/records`, {
        apiName: 'Account',
        fields: { Name: 'Acme' }
      });

      expect(saves[0]).toMatchObject({ operation: 'insert', accessLevel: 'user' });
      expect([status, body]).toMatchObject([201, { id: accountId }]);
    });
  });

  describe('objects', () => {
    test('should say what the user may do', async () => {
      const { call, denied } = aFakeOrg();
      denied.add('Account.Website');

      const { body } = await call('GET', `${api}/object-info/Account`);

      expect(body).toMatchObject({ apiName: 'Account', createable: true, nameFields: ['Name'] });
      expect((body as { fields: object }).fields).not.toHaveProperty('Website');
    });

    test('should lay fields out in rows across the columns', async () => {
      const { call } = aFakeOrg([accountLayout]);

      const { body } = await call('GET', `${api}/layout/Account?layoutType=Full&mode=View`);

      const [section] = (body as { sections: { layoutRows: Row[] }[] }).sections;
      const fields = section?.layoutRows.map(({ layoutItems }) =>
        layoutItems.map(({ layoutComponents }) => layoutComponents[0]?.apiName)
      );
      expect(fields).toEqual([
        ['Name', 'OwnerId'],
        ['Website', undefined]
      ]);
    });

    test.each([
      ['Account', 'Account Information', ['Account Owner', 'Account Name', 'Parent Account']],
      ['Contact', 'Contact Information', ['Contact Owner', 'Name', 'Account Name']],
      ['Lead', 'Lead Information', ['Lead Owner', 'Name', 'Company']],
      [
        'Opportunity',
        'Opportunity Information',
        ['Opportunity Owner', 'Private', 'Opportunity Name']
      ]
    ])(
      'should lay %s out as a new org does, without a layout in the project',
      async (object, ...shown) => {
        const { call } = aFakeOrg();

        const { body } = await call('GET', `${api}/layout/${object}?layoutType=Full&mode=View`);

        const [first] = (body as LayoutBody).sections;
        const labels = first?.layoutRows
          .slice(0, 3)
          .map(({ layoutItems }) => layoutItems[0]?.label);
        expect([first?.heading, labels]).toEqual(shown);
      }
    );

    test('should show an address and a name by their parts, and who made a record with when', async () => {
      const { call, denied } = aFakeOrg();
      denied.add('Contact.Salutation');

      const { body } = await call('GET', `${api}/layout/Contact?layoutType=Full&mode=View`);

      const items = (body as LayoutBody).sections.flatMap(({ layoutRows }) =>
        layoutRows.flatMap(({ layoutItems }) => layoutItems)
      );
      const parts = (label: string): (string | undefined)[] | undefined =>
        items.find((item) => item.label === label)?.layoutComponents.map(({ apiName }) => apiName);
      expect(parts('Name')).toEqual(['FirstName', 'LastName']);
      expect(parts('Mailing Address')).toEqual([
        'MailingStreet',
        'MailingCity',
        'MailingState',
        'MailingPostalCode',
        'MailingCountry'
      ]);
      expect(parts('Created By')).toEqual(['CreatedById', 'CreatedDate']);
    });

    test('should put into the highlights what a new org does', async () => {
      const { call } = aFakeOrg();

      const { body } = await call('GET', `${api}/layout/Opportunity?layoutType=Compact&mode=View`);

      const [section] = (body as LayoutBody).sections;
      expect(section?.layoutRows.map(({ layoutItems }) => layoutItems[0]?.label)).toEqual([
        'Opportunity Name',
        'Account Name',
        'Close Date',
        'Amount',
        'Opportunity Owner'
      ]);
    });
  });
});

interface LayoutBody {
  readonly sections: { readonly heading: string; readonly layoutRows: Row[] }[];
}

interface Row {
  readonly layoutItems: {
    readonly label: string;
    readonly layoutComponents: { readonly apiName: string }[];
  }[];
}
