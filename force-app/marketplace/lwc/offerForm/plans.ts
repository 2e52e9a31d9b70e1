import type { FormFieldPlan } from 'c/formField';
import { problemAt } from 'c/formSession';
import type { FormState } from 'c/formSession';
import { labels } from './labels';
import type { OfferValues } from './values';

/** A field of the form with its value, its problem and how wide it stands. */
export interface OfferField {
  readonly name: keyof OfferValues;
  readonly plan: FormFieldPlan;
  readonly value: unknown;
  readonly isMapped: boolean;
  readonly error: string;
  readonly className: string;
}

interface Asked {
  readonly form: Apex.PrivateOfferForm;
  readonly values: OfferValues;
  readonly listings: readonly { readonly label: string; readonly value: string }[];
  readonly state: FormState;
}

/** What can be chosen, whatever the deal. */
export const OPTIONS = {
  clouds: [
    { label: 'AWS', value: 'AWS' },
    { label: 'Azure', value: 'Azure' },
    { label: 'Google Cloud', value: 'GCP' }
  ],
  payments: [
    { label: labels.upfront, value: 'upfront' },
    { label: labels.schedule, value: 'schedule' }
  ],
  eulas: [
    { label: labels.standardEula, value: 'standard' },
    { label: labels.customEula, value: 'custom' }
  ]
};

/** The single fields of the form, in the order in which one thinks of an offer. */
export function plansOf(asked: Asked): OfferField[] {
  const { form, listings } = asked;
  const currencies = form.currencies.map((value) => ({ label: value, value }));
  const plans: FormFieldPlan[] = [
    { name: 'name', label: labels.name, type: 'text' },
    { name: 'listing_id', label: labels.listing, type: 'picklist', choices: listings },
    { name: 'buyer_account_id', label: labels.buyer, type: 'text' },
    { name: 'price', label: labels.price, type: 'number', minimum: 0 },
    { name: 'currency', label: labels.currency, type: 'picklist', choices: currencies },
    {
      name: 'months',
      label: labels.months,
      type: 'number',
      minimum: 1,
      maximum: form.mostMonths
    },
    { name: 'expiration', label: labels.expiration, type: 'date' }
  ];
  return plans.map((plan) => fieldOf({ ...plan, required: true }, asked));
}

function fieldOf(plan: FormFieldPlan, { form, values, state }: Asked): OfferField {
  const name = plan.name as keyof OfferValues;
  const filled = form.values.find(({ field }) => field === name);
  const value = values[name];
  return {
    name,
    plan: { ...plan, origin: filled?.origin ?? null },
    value,
    isMapped: filled !== undefined && filled.value === value,
    error: problemAt(state, name),
    className: name === 'name' ? 'field wide' : 'field'
  };
}
