import { LightningElement, api } from 'lwc';
import title from '@salesforce/label/c.Home_Steps';
import empty from '@salesforce/label/c.Home_Steps_Empty';
import cloud from '@salesforce/label/c.Home_Column_Cloud';
import customer from '@salesforce/label/c.Home_Column_Customer';
import state from '@salesforce/label/c.Home_Column_State';
import why from '@salesforce/label/c.Home_Column_Why';
import amount from '@salesforce/label/c.Home_Column_Amount';
import next from '@salesforce/label/c.Home_Column_Next';
import expires from '@salesforce/label/c.Home_Expires';
import ends from '@salesforce/label/c.Home_Ends';
import openOffer from '@salesforce/label/c.Home_Open_Offer';
import openContract from '@salesforce/label/c.Home_Open_Contract';

export interface Step {
  readonly recordId: string;
  readonly kind: 'offer' | 'contract';
  readonly name: string;
  readonly cloud?: string | null;
  readonly status?: string | null;
  readonly customer?: string | null;
  readonly dueAt: string;
  readonly amount?: number | null;
  readonly currencyCode?: string | null;
}

interface Row extends Step {
  readonly who: string;
  readonly happens: string;
  readonly due: number;
  readonly action: string;
  readonly hasAmount: boolean;
  readonly tone: string;
}

/** The word beside it says the same, so colour never speaks alone. */
const TONES: Readonly<Record<string, string>> = {
  Active: 'slds-theme_success',
  'Pending Acceptance': 'slds-theme_warning',
  'Pending Cancellation': 'slds-theme_error'
};

/** What to do soon, the most urgent first: offers about to expire, contracts about to end. */
export default class HomeSteps extends LightningElement {
  @api steps: readonly Step[] = [];
  labels = { title, empty, cloud, customer, state, why, amount, next };

  get isEmpty(): boolean {
    return this.steps.length === 0;
  }

  get rows(): Row[] {
    return this.steps.map(rowOf);
  }
}

function rowOf(step: Step): Row {
  const isOffer = step.kind === 'offer';
  return {
    ...step,
    who: step.customer ?? step.name,
    happens: isOffer ? expires : ends,
    due: Date.parse(step.dueAt),
    action: isOffer ? openOffer : openContract,
    hasAmount: hasAmount(step),
    tone: TONES[step.status ?? ''] ?? ''
  };
}

function hasAmount({ amount: value, currencyCode }: Step): boolean {
  return (value ?? 0) > 0 && (currencyCode ?? '') !== '';
}
