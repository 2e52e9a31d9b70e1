import answer from '@salesforce/label/c.Home_Answer';
import correct from '@salesforce/label/c.Home_Correct';
import ends from '@salesforce/label/c.Home_Ends';
import expires from '@salesforce/label/c.Home_Expires';
import openContract from '@salesforce/label/c.Home_Open_Contract';
import openOffer from '@salesforce/label/c.Home_Open_Offer';
import toAnswer from '@salesforce/label/c.Home_To_Answer';
import { exact, money, relative } from 'c/format';

/** Something to do soon. */
export interface Step {
  readonly recordId: string;
  readonly kind: 'offer' | 'contract' | 'cosell';
  readonly name: string;
  readonly cloud?: string | null;
  readonly status?: string | null;
  readonly customer?: string | null;
  /** When it is too late. */
  readonly dueAt?: string | null;
  /** What the cloud says is wrong. */
  readonly reason?: string | null;
  readonly amount?: number | null;
  readonly currencyCode?: string | null;
}

export interface Row extends Step {
  readonly who: string;
  readonly why: string;
  readonly title: string;
  readonly value: string;
  readonly action: string;
}

const MOST = 8;
const HAPPENS = { offer: expires, contract: ends, cosell: toAnswer };
const ACTIONS = { offer: openOffer, contract: openContract, cosell: answer };

/** The most urgent first: what has no deadline was sent back and waits already. */
export function rowsOf(steps: readonly Step[], now: number): Row[] {
  return [...steps]
    .sort((a, b) => deadline(a) - deadline(b))
    .slice(0, MOST)
    .map((step) => rowOf(step, now));
}

function deadline({ dueAt }: Step): number {
  return dueAt === undefined || dueAt === null ? 0 : Date.parse(dueAt);
}

function rowOf(step: Step, now: number): Row {
  const { kind, name, customer, amount, currencyCode } = step;
  const isSentBack = step.status === 'Action Required';
  return {
    ...step,
    ...whyOf(step, now),
    who: customer ?? name,
    value: hasAmount(step) ? money(amount ?? 0, currencyCode) : '',
    action: isSentBack ? correct : ACTIONS[kind]
  };
}

function whyOf(step: Step, now: number): { why: string; title: string } {
  const moment = deadline(step);
  if (moment === 0) return { why: step.reason ?? '', title: step.reason ?? '' };
  return { why: `${HAPPENS[step.kind]} ${relative(moment, now)}`, title: exact(moment) };
}

function hasAmount({ amount, currencyCode }: Step): boolean {
  return (amount ?? 0) > 0 && (currencyCode ?? '') !== '';
}
