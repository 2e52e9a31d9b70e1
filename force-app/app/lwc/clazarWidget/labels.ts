import cosell from '@salesforce/label/c.Widget_Cosell';
import cosellWith from '@salesforce/label/c.Widget_Cosell_With';
import contracts from '@salesforce/label/c.List_Contracts';
import contractsEmpty from '@salesforce/label/c.Widget_Contracts_Empty';
import create from '@salesforce/label/c.Widget_Create';
import createOffer from '@salesforce/label/c.Widget_Create_Offer';
import creating from '@salesforce/label/c.Widget_Creating';
import done from '@salesforce/label/c.Cosell_Done';
import insights from '@salesforce/label/c.Widget_Insights';
import link from '@salesforce/label/c.Widget_Link';
import loading from '@salesforce/label/c.Loading';
import needsYou from '@salesforce/label/c.Widget_Needs_You';
import neverSynced from '@salesforce/label/c.Widget_Never_Synced';
import noAccess from '@salesforce/label/c.Home_No_Access';
import notLinked from '@salesforce/label/c.Widget_Not_Linked';
import offers from '@salesforce/label/c.List_Offers';
import offersEmpty from '@salesforce/label/c.Widget_Offers_Empty';
import refresh from '@salesforce/label/c.List_Refresh';
import stale from '@salesforce/label/c.Widget_Stale';
import synced from '@salesforce/label/c.Widget_Synced';
import title from '@salesforce/label/c.Widget_Title';
import whyAws from '@salesforce/label/c.Widget_Why_Aws';
import whyAzure from '@salesforce/label/c.Widget_Why_Azure';
import accountEmpty from '@salesforce/label/c.Widget_Account_Empty';

/** The words of the widget. */
export const labels = {
  accountEmpty,
  cosell,
  cosellWith,
  contracts,
  contractsEmpty,
  create,
  createOffer,
  creating,
  done,
  insights,
  link,
  loading,
  needsYou,
  neverSynced,
  noAccess,
  notLinked,
  offers,
  offersEmpty,
  refresh,
  stale,
  synced,
  title,
  whyAws,
  whyAzure
};
