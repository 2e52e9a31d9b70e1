import account from '@salesforce/label/c.List_Column_Account';
import amount from '@salesforce/label/c.List_Column_Amount';
import buyer from '@salesforce/label/c.List_Column_Buyer';
import cloudLabel from '@salesforce/label/c.Home_Column_Cloud';
import contract from '@salesforce/label/c.List_Column_Contract';
import customer from '@salesforce/label/c.Home_Column_Customer';
import domain from '@salesforce/label/c.List_Column_Domain';
import ends from '@salesforce/label/c.List_Column_Ends';
import listing from '@salesforce/label/c.List_Column_Listing';
import modified from '@salesforce/label/c.List_Column_Modified';
import cloudIdLabel from '@salesforce/label/c.List_Column_Cloud_Id';
import name from '@salesforce/label/c.List_Column_Name';
import nextDate from '@salesforce/label/c.List_Column_Next_Date';
import opportunity from '@salesforce/label/c.List_Column_Opportunity';
import perMonth from '@salesforce/label/c.List_Per_Month';
import stage from '@salesforce/label/c.List_Column_Stage';
import state from '@salesforce/label/c.Home_Column_State';
import targetClose from '@salesforce/label/c.List_Column_Target_Close';
import answerBy from '@salesforce/label/c.List_Column_Answer_By';
import all from '@salesforce/label/c.List_View_All';
import open from '@salesforce/label/c.List_View_Open';
import invitations from '@salesforce/label/c.List_View_Invitations';
import action from '@salesforce/label/c.List_View_Action';
import drafts from '@salesforce/label/c.List_View_Drafts';
import unlinked from '@salesforce/label/c.List_View_Unlinked';
import noAccount from '@salesforce/label/c.List_View_No_Account';
import expiring from '@salesforce/label/c.List_View_Expiring';
import waiting from '@salesforce/label/c.List_View_Waiting';
import accepted from '@salesforce/label/c.List_View_Accepted';
import archived from '@salesforce/label/c.List_View_Archived';
import active from '@salesforce/label/c.List_View_Active';
import renewals from '@salesforce/label/c.List_View_Renewals';
import pending from '@salesforce/label/c.List_View_Pending';
import published from '@salesforce/label/c.List_View_Published';
import cosellTitle from '@salesforce/label/c.List_Cosell';
import offersTitle from '@salesforce/label/c.List_Offers';
import contractsTitle from '@salesforce/label/c.List_Contracts';
import buyersTitle from '@salesforce/label/c.List_Buyers';
import listingsTitle from '@salesforce/label/c.List_Listings';
import type { ListName } from 'c/pages';
import type { ColumnKind, TableColumn } from 'c/windowedTable';

export interface View {
  readonly value: string;
  readonly label: string;
}

/** What is particular to a list; Apex reads the same names from its own table. */
export interface ListPlan {
  readonly title: string;
  readonly iconName: string;
  readonly columns: readonly TableColumn[];
  /** Where a view shows other columns. */
  readonly columnsByView?: Readonly<Record<string, readonly TableColumn[]>>;
  readonly views: readonly View[];
  /** The view that a person sees who has never chosen one. */
  readonly view: string;
  readonly statuses: readonly string[];
  readonly sortBy: string;
  readonly isDescending: boolean;
}

const column = (key: string, label: string, kind: ColumnKind): TableColumn => ({
  key,
  label,
  kind,
  isSortable: true
});

const view = (value: string, label: string): View => ({ value, label });

const head = [
  column('name', name, 'name'),
  column('cloud', cloudLabel, 'cloud'),
  column('status', state, 'state')
];
const dealValue = { ...column('amount', amount, 'money'), currencyKey: 'currencyCode' };
const amountPerMonth = {
  ...column('monthly', amount, 'money'),
  suffix: perMonth,
  currency: 'USD',
  otherwise: dealValue
};
const deal = { ...column('opportunity', opportunity, 'link'), idKey: 'opportunityId' };

/** The lists of the app. */
export const LISTS: Readonly<Record<ListName, ListPlan>> = {
  cosell: {
    title: cosellTitle,
    iconName: 'custom:custom63',
    columns: [
      ...head,
      column('customer', customer, 'text'),
      column('stage', stage, 'text'),
      amountPerMonth,
      column('due', targetClose, 'when'),
      deal
    ],
    columnsByView: {
      invitations: [
        ...head,
        column('customer', customer, 'text'),
        amountPerMonth,
        column('acceptBy', answerBy, 'when'),
        deal
      ]
    },
    views: [
      view('all', all),
      view('open', open),
      view('invitations', invitations),
      view('action', action),
      view('drafts', drafts),
      view('unlinked', unlinked)
    ],
    view: 'open',
    statuses: [
      'Draft',
      'Invited',
      'Submitted',
      'In Review',
      'Action Required',
      'Approved',
      'Rejected',
      'Expired',
      'Won',
      'Lost',
      'Closed'
    ],
    sortBy: 'due',
    isDescending: false
  },
  offers: {
    title: offersTitle,
    iconName: 'custom:custom18',
    columns: [
      ...head,
      {
        ...column('customer', buyer, 'link'),
        idKey: 'customerId',
        otherwise: column('buyerAccountId', buyer, 'text')
      },
      dealValue,
      column('due', nextDate, 'when'),
      deal
    ],
    views: [
      view('all', all),
      view('open', open),
      view('expiring', expiring),
      view('waiting', waiting),
      view('accepted', accepted),
      view('unlinked', unlinked),
      view('archived', archived)
    ],
    view: 'open',
    statuses: [
      'Draft',
      'Publishing',
      'Pending Acceptance',
      'Accepted',
      'Expired',
      'Cancelled',
      'Ended',
      'Failed'
    ],
    sortBy: 'due',
    isDescending: false
  },
  contracts: {
    title: contractsTitle,
    iconName: 'custom:custom16',
    columns: [
      { ...column('customer', buyer, 'name'), otherwise: column('name', contract, 'name') },
      column('cloud', cloudLabel, 'cloud'),
      column('status', state, 'state'),
      column('name', contract, 'text'),
      column('listing', listing, 'text'),
      dealValue,
      column('due', ends, 'when'),
      deal
    ],
    views: [
      view('all', all),
      view('active', active),
      view('renewals', renewals),
      view('pending', pending),
      view('unlinked', unlinked)
    ],
    view: 'active',
    statuses: [
      'Pending',
      'Active',
      'Suspended',
      'Pending Cancellation',
      'Cancelled',
      'Expired',
      'Renewed',
      'Replaced',
      'Terminated'
    ],
    sortBy: 'due',
    isDescending: false
  },
  buyers: {
    title: buyersTitle,
    iconName: 'standard:customer',
    columns: [
      ...head,
      { ...column('account', account, 'link'), idKey: 'accountId' },
      column('domain', domain, 'text'),
      { ...column('contract', contract, 'link'), idKey: 'contractId' },
      column('due', ends, 'when')
    ],
    views: [view('all', all), view('active', active), view('unlinked', noAccount)],
    view: 'all',
    statuses: ['Pending', 'Active', 'Inactive'],
    sortBy: 'name',
    isDescending: false
  },
  listings: {
    title: listingsTitle,
    iconName: 'standard:product',
    columns: [...head, column('cloudId', cloudIdLabel, 'text'), column('due', modified, 'when')],
    views: [view('all', all), view('published', published), view('draft', drafts)],
    view: 'all',
    statuses: ['Draft', 'In Review', 'Limited', 'Published', 'Restricted', 'Retired'],
    sortBy: 'name',
    isDescending: false
  }
};
