import { seededRandom } from '../../shared/index.ts';
import type { Random } from '../../shared/index.ts';
import type {
  ChildRelationship,
  FieldInfo,
  Layout,
  ListColumn,
  ListReference
} from '../modules/local/uiTypes.ts';

export interface FakeRecord {
  readonly id: string;
  readonly apiName: string;
  readonly recordTypeId: string;
  readonly fields: Record<string, { value: unknown; displayValue: string | null }>;
}

export interface FakeObject {
  readonly info: {
    readonly apiName: string;
    readonly label: string;
    readonly labelPlural: string;
    readonly defaultRecordTypeId: string;
    readonly nameFields: readonly string[];
    readonly fields: Readonly<Record<string, FieldInfo>>;
    readonly childRelationships: readonly ChildRelationship[];
  };
  readonly picklists: Readonly<Record<string, readonly string[]>>;
  readonly layout: Layout;
  readonly compactLayout: Layout;
  readonly lists: readonly ListReference[];
  readonly columns: readonly ListColumn[];
  readonly records: FakeRecord[];
}

const recordTypeId = '012000000000000AAA';

type FieldSpec = readonly [
  name: string,
  label: string,
  dataType: string,
  more?: Partial<FieldInfo>
];

function createObject(
  [apiName, label, labelPlural]: readonly [string, string, string],
  fields: readonly FieldSpec[],
  rest: Pick<FakeObject, 'picklists' | 'records'> & { children?: readonly ChildRelationship[] }
): FakeObject {
  const names = fields.map(([name]) => name);
  return {
    info: {
      apiName,
      label,
      labelPlural,
      defaultRecordTypeId: recordTypeId,
      nameFields: ['Name'],
      fields: Object.fromEntries(
        fields.map(([name, fieldLabel, dataType, more]) => [
          name,
          { apiName: name, label: fieldLabel, dataType, ...more }
        ])
      ),
      childRelationships: rest.children ?? []
    },
    picklists: rest.picklists,
    layout: {
      sections: [
        section('details', 'Information', fields),
        section('system', 'System Information', fields.slice(-1))
      ]
    },
    compactLayout: { sections: [section('compact', '', fields.slice(0, 6))] },
    lists: [
      { apiName: 'All', label: `All ${labelPlural}` },
      { apiName: '__Recent', label: 'Recently Viewed' }
    ],
    columns: names.slice(0, 8).map((name, index) => ({
      fieldApiName: name,
      label: fields[index]?.[1] ?? name,
      sortable: true
    })),
    records: rest.records
  };
}

function section(
  id: string,
  heading: string,
  fields: readonly FieldSpec[]
): Layout['sections'][number] {
  return {
    id,
    heading,
    useHeading: heading !== '',
    columns: 2,
    layoutRows: fields.map(([apiName, label]) => ({
      layoutItems: [{ label, layoutComponents: [{ apiName, componentType: 'Field' }] }]
    }))
  };
}

const value = (content: unknown, displayValue: string | null = null) => ({
  value: content,
  displayValue
});

const customers = [
  'Northwind Foods',
  'Contoso Health',
  'Adatum',
  'Fabrikam',
  'Litware',
  'Tailspin Toys',
  'Wide World Importers'
];
const products = ['Data Platform', 'Observability Cloud', 'Identity Guard', 'Cost Explorer'];
const offerStates = ['Draft', 'Sent', 'Pending Acceptance', 'Accepted', 'Expired', 'Cancelled'];

/** Believable data, the same every time. */
export function fixtures(): Readonly<Record<string, FakeObject>> {
  const random = seededRandom(7);
  const listings = products.map((name, index) => listing(name, index, random));
  const offers = Array.from({ length: 130 }, (_, index) => offer(index, random, listings));
  return { Listing__c: listingObject(listings), Private_Offer__c: offerObject(offers) };
}

function listing(name: string, index: number, random: Random): FakeRecord {
  return {
    id: `a00000000000${String(index).padStart(3, '0')}AAA`,
    apiName: 'Listing__c',
    recordTypeId,
    fields: {
      Name: value(name),
      Cloud__c: value(random.pick(['AWS', 'Azure', 'GCP'])),
      Status__c: value('Published'),
      Cloud_URL__c: value('https://aws.amazon.com/marketplace/pp/prodview-x'),
      LastModifiedDate: value('2026-11-20T14:05:00.000Z')
    }
  };
}

function offer(index: number, random: Random, listings: readonly FakeRecord[]): FakeRecord {
  const product = random.pick(listings);
  return {
    id: `a01000000000${String(index).padStart(3, '0')}AAA`,
    apiName: 'Private_Offer__c',
    recordTypeId,
    fields: {
      Name: value(`PO-${2000 + index} ${random.pick(customers)}`),
      Cloud__c: value(random.pick(['AWS', 'Azure', 'GCP'])),
      Status__c: value(random.pick(offerStates)),
      Amount__c: value(random.integer(20, 600) * 1000),
      Expires_On__c: value(`2026-12-${String(random.integer(1, 28)).padStart(2, '0')}`),
      Listing__c: value(product.id),
      Listing__r: { value: product, displayValue: String(product.fields['Name']?.value) },
      Buyer_Email__c: value('procurement@example.com'),
      Discount__c: value(random.integer(0, 40)),
      Auto_Renew__c: value(index % 2 === 0),
      Notes__c: value('Agreed with procurement.\nLegal wants the standard EULA.'),
      LastModifiedDate: value('2026-11-22T16:40:00.000Z')
    }
  };
}

function listingObject(records: FakeRecord[]): FakeObject {
  return createObject(
    ['Listing__c', 'Listing', 'Listings'],
    [
      ['Name', 'Listing Name', 'String'],
      ['Cloud__c', 'Cloud', 'Picklist'],
      ['Status__c', 'Status', 'Picklist'],
      ['Cloud_URL__c', 'Cloud URL', 'Url'],
      ['LastModifiedDate', 'Last Modified', 'DateTime']
    ],
    {
      records,
      picklists: { Status__c: ['Draft', 'In Review', 'Published'] },
      children: [
        {
          childObjectApiName: 'Private_Offer__c',
          fieldName: 'Listing__c',
          relationshipName: 'Private_Offers__r'
        }
      ]
    }
  );
}

function offerObject(records: FakeRecord[]): FakeObject {
  return createObject(
    ['Private_Offer__c', 'Private Offer', 'Private Offers'],
    [
      ['Name', 'Private Offer Name', 'String'],
      ['Cloud__c', 'Cloud', 'Picklist'],
      ['Status__c', 'Status', 'Picklist'],
      ['Amount__c', 'Amount', 'Currency', { scale: 2 }],
      ['Expires_On__c', 'Expires On', 'Date'],
      [
        'Listing__c',
        'Listing',
        'Reference',
        { relationshipName: 'Listing__r', referenceToInfos: [{ apiName: 'Listing__c' }] }
      ],
      ['Buyer_Email__c', 'Buyer Email', 'Email'],
      ['Discount__c', 'Discount', 'Percent'],
      ['Auto_Renew__c', 'Auto Renew', 'Boolean'],
      ['Notes__c', 'Notes', 'TextArea'],
      ['LastModifiedDate', 'Last Modified', 'DateTime']
    ],
    { records, picklists: { Status__c: offerStates } }
  );
}
