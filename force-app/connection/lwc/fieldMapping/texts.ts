import title from '@salesforce/label/c.Map_Title';
import intro from '@salesforce/label/c.Map_Intro';
import subject from '@salesforce/label/c.Map_Subject';
import cosell from '@salesforce/label/c.Map_Subject_Cosell';
import offer from '@salesforce/label/c.Map_Subject_Offer';
import findRecord from '@salesforce/label/c.Map_Find_Record';
import cloud from '@salesforce/label/c.Map_Cloud';
import search from '@salesforce/label/c.Map_Search';
import filter from '@salesforce/label/c.Map_Filter';
import all from '@salesforce/label/c.Map_Filter_All';
import required from '@salesforce/label/c.Map_Filter_Required';
import open from '@salesforce/label/c.Map_Filter_Open';
import own from '@salesforce/label/c.Map_Filter_Own';
import withInbound from '@salesforce/label/c.Map_Filter_Inbound';
import columnClazar from '@salesforce/label/c.Map_Column_Clazar';
import columnSalesforce from '@salesforce/label/c.Map_Column_Salesforce';
import columnOtherwise from '@salesforce/label/c.Map_Column_Otherwise';
import columnInbound from '@salesforce/label/c.Map_Column_Inbound';
import columnPreview from '@salesforce/label/c.Map_Column_Preview';
import columnEdit from '@salesforce/label/c.Map_Column_Edit';
import tryWith from '@salesforce/label/c.Map_Try_With';
import edit from '@salesforce/label/c.Map_Edit';
import unsaved from '@salesforce/label/c.Map_Unsaved';
import save from '@salesforce/label/c.Map_Save';
import discard from '@salesforce/label/c.Map_Discard';
import saved from '@salesforce/label/c.Map_Saved';
import problems from '@salesforce/label/c.Map_Problems';
import importLabel from '@salesforce/label/c.Map_Import';
import exportLabel from '@salesforce/label/c.Map_Export';
import history from '@salesforce/label/c.Map_History';
import importedLabel from '@salesforce/label/c.Map_Imported';
import badFile from '@salesforce/label/c.Map_Bad_File';
import noneFound from '@salesforce/label/c.Map_None_Found';
import noAccess from '@salesforce/label/c.Setup_No_Access_Text';
import table from '@salesforce/label/c.Map_Table';
import loading from '@salesforce/label/c.Loading';

/** The words of the screen. */
export const labels = {
  title,
  intro,
  subject,
  cloud,
  search,
  filter,
  columnClazar,
  columnSalesforce,
  columnOtherwise,
  columnInbound,
  columnPreview,
  columnEdit,
  tryWith,
  findRecord,
  edit,
  unsaved,
  save,
  discard,
  saved,
  problems,
  import: importLabel,
  export: exportLabel,
  history,
  imported: importedLabel,
  badFile,
  noneFound,
  noAccess,
  table,
  loading
};

const clouds = [
  { label: 'AWS', value: 'AWS' },
  { label: 'Azure', value: 'Azure' },
  { label: 'Google Cloud', value: 'GCP' }
];

/** What can be mapped, by the words of Apex, and with which clouds. */
export const subjects: readonly Subject[] = [
  { label: cosell, value: 'Co-Sell Opportunity', clouds: clouds.slice(0, 2) },
  { label: offer, value: 'Private Offer', clouds }
];

export interface Subject {
  readonly label: string;
  readonly value: string;
  readonly clouds: readonly { readonly label: string; readonly value: string }[];
}

export const filterOptions = [
  { label: all, value: 'all' },
  { label: required, value: 'required' },
  { label: open, value: 'open' },
  { label: own, value: 'own' },
  { label: withInbound, value: 'inbound' }
];
