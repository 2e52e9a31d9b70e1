import { LightningElement, api } from 'lwc';
import title from '@salesforce/label/c.Home_Figures';
import corrections from '@salesforce/label/c.Home_Corrections';
import correctionsHint from '@salesforce/label/c.Home_Corrections_Hint';
import expiring from '@salesforce/label/c.Home_Expiring';
import invitations from '@salesforce/label/c.Home_Invitations';
import nearest from '@salesforce/label/c.Home_Nearest';
import nothing from '@salesforce/label/c.Home_Nothing_To_Do';
import notAccepted from '@salesforce/label/c.Home_Not_Accepted';
import renewals from '@salesforce/label/c.Home_Renewals';
import withoutOpportunity from '@salesforce/label/c.Home_Without_Opportunity';
import { countdown, shortMoney } from 'c/format';
import type { ListName, ListState } from 'c/pages';
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
}

/** What co-sell waits for. */
export interface CosellFigures {
  readonly isVisible: boolean;
  readonly invitations: number;
  readonly corrections: number;
  readonly nearest?: { readonly dueAt?: string | null; readonly customer?: string | null } | null;
}

interface Tile {
  readonly label: string;
  readonly list: ListName;
  readonly state: ListState;
  readonly value: number;
  readonly remark: string;
  readonly className: string;
}

/** The figures that matter today, each with the list behind it. */
export default class HomeFigures extends LightningElement {
  @api figures?: Figures;
  @api cosell?: CosellFigures;
  labels = { title };

  get tiles(): Tile[] {
    return [
      ...invitationTiles(this.cosell),
      ...offerTiles(this.figures),
      ...correctionTiles(this.cosell)
    ];
  }
}

function tileOf(
  value: number,
  remark: string,
  tone: string
): Pick<Tile, 'value' | 'remark' | 'className'> {
  return value === 0
    ? { value, remark: nothing, className: 'remark' }
    : { value, remark, className: `remark ${tone}` };
}

function invitationTiles(cosell: CosellFigures | undefined): Tile[] {
  if (cosell?.isVisible !== true) return [];
  return [
    {
      label: invitations,
      list: 'cosell',
      state: { view: 'invitations' },
      ...tileOf(cosell.invitations, nearestText(cosell), 'urgent')
    }
  ];
}

/** When the first invitation runs out, and whose it is. */
function nearestText({ nearest: first }: CosellFigures): string {
  if (first?.dueAt === undefined || first.dueAt === null) return '';
  const left = countdown(Date.parse(first.dueAt), Date.now());
  return left === '' ? '' : fill(nearest, left, first.customer ?? '');
}

function offerTiles(figures: Figures | undefined): Tile[] {
  if (figures === undefined) return [];
  return [
    {
      label: expiring,
      list: 'offers',
      state: { view: 'expiring' },
      ...tileOf(figures.expiring.records, moneyText(figures.expiring, notAccepted), 'soon')
    },
    {
      label: renewals,
      list: 'contracts',
      state: { view: 'renewals' },
      ...tileOf(figures.renewals.records, moneyText(figures.renewals, ''), 'soon')
    }
  ];
}

function correctionTiles(cosell: CosellFigures | undefined): Tile[] {
  if (cosell?.isVisible !== true) return [];
  return [
    {
      label: corrections,
      list: 'cosell',
      state: { view: 'action' },
      ...tileOf(cosell.corrections, correctionsHint, 'urgent')
    }
  ];
}

/** Amounts of different currencies stand side by side: they are never added up. */
function moneyText({ money, withoutOpportunity: unlinked }: Figure, words: string): string {
  const amounts = money.map(({ amount, currencyCode }) => shortMoney(amount, currencyCode));
  const sum = amounts.length === 0 ? '' : [amounts.join(' + '), words].filter(Boolean).join(' ');
  const rest = unlinked > 0 ? fill(withoutOpportunity, unlinked) : '';
  return [sum, rest].filter(Boolean).join(' · ');
}
