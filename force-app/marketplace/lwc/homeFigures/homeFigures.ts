import { LightningElement, api } from 'lwc';
import contractObject from '@salesforce/schema/Contract__c';
import issueObject from '@salesforce/schema/Sync_Issue__c';
import offerObject from '@salesforce/schema/Private_Offer__c';
import title from '@salesforce/label/c.Home_Figures';
import expiring from '@salesforce/label/c.Home_Expiring';
import renewals from '@salesforce/label/c.Home_Renewals';
import waiting from '@salesforce/label/c.Home_Waiting';
import notSynced from '@salesforce/label/c.Home_Not_Synced';
import notSyncedHint from '@salesforce/label/c.Home_Not_Synced_Hint';
import notSyncedNone from '@salesforce/label/c.Home_Not_Synced_None';
import notAccepted from '@salesforce/label/c.Home_Not_Accepted';
import withoutOpportunity from '@salesforce/label/c.Home_Without_Opportunity';
import { fill } from 'c/text';

export interface Money {
  readonly currencyCode: string;
  readonly amount: number;
}

export interface Figure {
  readonly records: number;
  readonly withoutOpportunity: number;
  readonly money: readonly Money[];
}

export interface Figures {
  readonly expiring: Figure;
  readonly renewals: Figure;
  readonly waiting: Figure;
  readonly counts: { readonly problems?: number | null };
}

interface Tile {
  readonly label: string;
  readonly objectApiName: string;
  readonly listName: string;
  readonly value: number;
  readonly money: readonly Money[];
  readonly remark: string;
}

/** The figures that matter today, each with the list behind it. */
export default class HomeFigures extends LightningElement {
  @api figures?: Figures;
  labels = { title };

  get tiles(): Tile[] {
    const { figures } = this;
    if (figures === undefined) return [];
    return [
      {
        ...tileOf(figures.expiring, expiring),
        objectApiName: offerObject.objectApiName,
        listName: 'Expiring_In_7_Days',
        remark: figures.expiring.money.length > 0 ? notAccepted : ''
      },
      {
        ...tileOf(figures.renewals, renewals),
        objectApiName: contractObject.objectApiName,
        listName: 'Renewal_Due'
      },
      {
        ...tileOf(figures.waiting, waiting),
        objectApiName: offerObject.objectApiName,
        listName: 'Pending_Acceptance'
      },
      ...problemTiles(figures.counts.problems)
    ];
  }
}

function tileOf(figure: Figure, label: string) {
  const unlinked = figure.withoutOpportunity;
  return {
    label,
    value: figure.records,
    money: figure.money,
    remark: unlinked > 0 ? fill(withoutOpportunity, unlinked) : ''
  };
}

/** Nothing for someone who may not see what went wrong. */
function problemTiles(problems: number | null | undefined): Tile[] {
  if (problems === undefined || problems === null) return [];
  return [
    {
      label: notSynced,
      objectApiName: issueObject.objectApiName,
      listName: 'Open',
      value: problems,
      money: [],
      remark: problems > 0 ? notSyncedHint : notSyncedNone
    }
  ];
}
