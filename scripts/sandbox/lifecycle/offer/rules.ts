import { monthsOf } from '../../data/duration.ts';
import { formats } from '../../data/clouds/index.ts';
import { dayLength } from '../../data/terms.ts';
import type { FieldError } from '../../http/errors.ts';
import type { JsonObject } from '../../json.ts';
import { asText, isJsonObject } from '../../json.ts';
import type { Cloud } from '../../records.ts';
import { millisecondsOf, normalizeInstant } from '../../store/index.ts';
import type { Columns } from '../checks.ts';
import { columnErrors, listOf, missing, object, oneOf, pattern, text, when } from '../checks.ts';

/** What a cloud allows in an offer (cosell-domain.md 2.1, 3.2, 4.1; clazar.md 2 and 8.4). */
interface OfferLimits {
  readonly account: RegExp;
  readonly accountExample: string;
  readonly months: number;
  readonly currencies: readonly string[];
  /** The longest time until the offer must be accepted, in days. */
  readonly days: number;
}

const limits: Readonly<Record<Cloud, OfferLimits>> = {
  aws: {
    account: /^\d{12}$/,
    accountExample: '123456789012',
    months: 144,
    currencies: ['USD', 'EUR', 'GBP', 'JPY'],
    days: 3660
  },
  azure: {
    account: /^\S{6,100}$/,
    accountExample: 'the billing account, not the tenant',
    months: 60,
    currencies: ['USD', 'EUR', 'GBP', 'JPY'],
    days: 3660
  },
  gcp: {
    account: /^[0-9A-F]{6}-[0-9A-F]{6}-[0-9A-F]{6}$/,
    accountExample: '01AB23-45CD67-89EF01',
    months: 84,
    currencies: ['USD'],
    days: 92
  }
};

const longestSchedule = 86;
const moneyForm = /^(0|[1-9]\d{0,12})(\.\d{1,2})?$/;

const required = [
  'listing_id',
  'name',
  'buyer_account_id',
  'duration',
  'expiration_at',
  'price',
  'currency'
];

function columnsOf(cloud: Cloud): Columns {
  const { account, accountExample, currencies } = limits[cloud];
  const { standard, custom } = formats[cloud].eula;
  return {
    listing_id: text(1, 64),
    name: pattern(/^[^\\<>]{1,150}$/, 'Must have 1 to 150 characters, none of them \\ < >.'),
    buyer_account_id: pattern(account, `Must be an account such as ${accountExample}.`),
    duration: pattern(/^P\d{1,3}[MY]$/, 'Must be a duration such as P12M or P1Y.'),
    expiration_at: pattern(
      /^\d{4}-\d{2}-\d{2}T/,
      'Must be an instant such as 2026-12-31T23:59:59Z.'
    ),
    price: pattern(moneyForm, 'Must be an amount as a text, such as 48000.00.'),
    currency: oneOf(currencies),
    eula_type: oneOf([standard, custom]),
    documents: listOf(text(1, 1000), 5),
    payment_schedule: listOf(object, longestSchedule),
    dimensions: listOf(object, 200),
    offer_type: oneOf(['private_offer', 'agreement_based_offer']),
    contract_id: text(1, 64)
  };
}

/** Everything that is wrong with a new offer. `now` in milliseconds since 1970. */
export function offerErrors(cloud: Cloud, offer: JsonObject, now: number): FieldError[] {
  return [
    ...columnErrors(offer, columnsOf(cloud)),
    ...missing(
      offer,
      offer['offer_type'] === 'agreement_based_offer' ? [...required, 'contract_id'] : required
    ),
    ...termErrors(cloud, offer, now),
    ...scheduleErrors(offer),
    ...dimensionErrors(offer)
  ];
}

function termErrors(cloud: Cloud, offer: JsonObject, now: number): FieldError[] {
  const { months: longest, days } = limits[cloud];
  const months = monthsOf(asText(offer['duration']));
  const expiration = normalizeInstant(asText(offer['expiration_at']));
  const end = expiration === undefined ? undefined : millisecondsOf(expiration);
  const isLate = end !== undefined && end > now + days * dayLength;
  const isCustom = offer['eula_type'] === formats[cloud].eula.custom;
  return [
    ...when(months !== undefined && (months < 1 || months > longest), 'duration', [
      'VALUE_OUT_OF_RANGE',
      `Must be between 1 and ${longest} months.`
    ]),
    ...when(end !== undefined && end <= now, 'expiration_at', [
      'INVALID_VALUE',
      'Must be in the future.'
    ]),
    ...when(isLate, 'expiration_at', ['VALUE_OUT_OF_RANGE', `Must be within ${days} days.`]),
    ...when(isCustom && offer['documents'] === undefined, 'documents', [
      'REQUIRED_FIELD_MISSING',
      'Custom terms need a document.'
    ])
  ];
}

function scheduleErrors({ payment_schedule: schedule, price }: JsonObject): FieldError[] {
  if (!Array.isArray(schedule)) return [];
  const payments = schedule.filter(isJsonObject);
  const days = payments.map(({ charge_date }) => asText(charge_date));
  const amounts = payments.map(({ charge_amount }) => asText(charge_amount));
  const isFormed =
    days.every((day) => /^\d{4}-\d{2}-\d{2}$/.test(day)) &&
    amounts.every((sum) => moneyForm.test(sum));
  if (!isFormed) {
    const message = 'Each payment has a charge_date (a day) and a charge_amount (a text).';
    return when(true, 'payment_schedule', ['INVALID_STRING_FORMAT', message]);
  }
  const total = amounts.reduce((sum, amount) => sum + cents(amount), 0);
  const isOrdered = days.every((day, index) => index === 0 || String(days[index - 1]) < day);
  return [
    ...when(!isOrdered, 'payment_schedule', ['INVALID_VALUE', 'The days must follow each other.']),
    ...when(total !== cents(asText(price)), 'payment_schedule', [
      'INVALID_VALUE',
      `The payments add up to ${(total / 100).toFixed(2)}, the price is ${asText(price)}.`
    ])
  ];
}

function dimensionErrors({ dimensions, price }: JsonObject): FieldError[] {
  if (!Array.isArray(dimensions)) return [];
  const items = dimensions.filter(isJsonObject);
  const isFormed = items.every(
    ({ name, quantity, price: each }) =>
      typeof name === 'string' && typeof quantity === 'number' && moneyForm.test(asText(each))
  );
  if (!isFormed) {
    const message = 'Each dimension has a name, a quantity (a number) and a price (a text).';
    return when(true, 'dimensions', ['INVALID_STRING_FORMAT', message]);
  }
  const total = items.reduce(
    (sum, { quantity, price: each }) => sum + Math.round(Number(quantity) * cents(asText(each))),
    0
  );
  return when(total !== cents(asText(price)), 'dimensions', [
    'INVALID_VALUE',
    `The dimensions come to ${(total / 100).toFixed(2)}, the price is ${asText(price)}.`
  ]);
}

/** An amount of the API in cents. */
export function cents(amount: string): number {
  return Math.round(Number(amount) * 100);
}
