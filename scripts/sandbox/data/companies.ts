import { randomFor } from './random.ts';

/** An invented company. Domains end in `.example` (RFC 2606), so that no mail or link leaves. */
export interface Company {
  readonly name: string;
  readonly domain: string;
  readonly industry: string;
  readonly place: Place;
}

export interface Place {
  readonly city: string;
  /** Empty outside the United States. */
  readonly state: string;
  readonly postalCode: string;
  /** ISO 3166 alpha-2. */
  readonly country: string;
  readonly geo: string;
  readonly region: string;
  /** E.164, without the last four digits. */
  readonly phonePrefix: string;
}

const first = (
  'Alder Amber Anchor Argent Aspen Basalt Beacon Birch Boreal Bramble Bright Briar Cedar Cinder ' +
  'Cobalt Copper Coral Crane Crest Delta Ember Falcon Fern Flint Garnet Granite Harbor Hazel Heron ' +
  'Indigo Ivory Jasper Juniper Kestrel Lark Laurel Lumen Maple Marble Meadow Mesa Opal Orchard ' +
  'Osprey Pine Prairie Quarry Raven Ridge River Rowan Saffron Sierra Silver Slate Sparrow Sterling ' +
  'Summit Tamarack Thistle Timber Umber Willow'
).split(' ');
const second = (
  'bank bay bridge brook burn cliff cove dale field ford forge gate glen grove haven hill holm ' +
  'lake land line mark mill mont moor path peak point pool port reach rise rock shore side spring ' +
  'stead stone vale view ward water way well wick wind wood works yard'
).split(' ');
const lines: readonly (readonly [suffix: string, industry: string])[] = [
  ['Health', 'Healthcare'],
  ['Bank', 'Financial Services'],
  ['Logistics', 'Transportation and Logistics'],
  ['Foods', 'Consumer Goods'],
  ['Energy', 'Energy - Power and Utilities'],
  ['Software', 'Software and Internet'],
  ['Manufacturing', 'Manufacturing'],
  ['Retail Group', 'Retail'],
  ['Media', 'Media and Entertainment'],
  ['Insurance', 'Financial Services'],
  ['Biosciences', 'Life Sciences'],
  ['Telecom', 'Telecommunications'],
  ['University', 'Education'],
  ['Aerospace', 'Aerospace']
];
const places: readonly Place[] = [
  place('Austin', 'Texas', '78701', 'US', 'NAMER', 'US Central', '+1512555'),
  place('Boston', 'Massachusetts', '02110', 'US', 'NAMER', 'US East', '+1617555'),
  place('Seattle', 'Washington', '98101', 'US', 'NAMER', 'US West', '+1206555'),
  place('Chicago', 'Illinois', '60606', 'US', 'NAMER', 'US Central', '+1312555'),
  place('Denver', 'Colorado', '80202', 'US', 'NAMER', 'US West', '+1303555'),
  place('Atlanta', 'Georgia', '30303', 'US', 'NAMER', 'US East', '+1404555'),
  place('Toronto', '', 'M5H 2N2', 'CA', 'NAMER', 'Canada', '+1416555'),
  place('London', '', 'EC2A 4NE', 'GB', 'EMEA', 'UK and Ireland', '+4420794'),
  place('Munich', '', '80331', 'DE', 'EMEA', 'DACH', '+4989550'),
  place('Paris', '', '75002', 'FR', 'EMEA', 'France', '+3319900'),
  place('Amsterdam', '', '1012 JS', 'NL', 'EMEA', 'Benelux', '+3120555'),
  place('Stockholm', '', '111 52', 'SE', 'EMEA', 'Nordics', '+4684650'),
  place('Bengaluru', '', '560001', 'IN', 'APAC', 'India', '+9180455'),
  place('Singapore', '', '018956', 'SG', 'APAC', 'ASEAN', '+656555'),
  place('Sydney', '', '2000', 'AU', 'APAC', 'ANZ', '+6125550'),
  place('Tokyo', '', '100-0005', 'JP', 'APAC', 'Japan', '+8135550'),
  place('São Paulo', '', '01310-100', 'BR', 'LATAM', 'Brazil', '+5511555')
];

type PlaceRow = [
  city: string,
  state: string,
  postalCode: string,
  country: string,
  geo: string,
  region: string,
  phonePrefix: string
];
function place(...row: PlaceRow): Place {
  const [city, state, postalCode, country, geo, region, phonePrefix] = row;
  return { city, state, postalCode, country, geo, region, phonePrefix };
}

/** How many different companies there are. */
export const companyCount = first.length * second.length * lines.length;

/** Prime and no divisor of the count, so that neighbours share nothing and none comes twice. */
const stride = 7919;

function at<T>(items: readonly T[], index: number): T {
  const item = items[index % items.length];
  if (item === undefined) throw new RangeError('An empty list has no element.');
  return item;
}

/** The company with this number (from 0); the seed decides which one comes first. */
export function companyAt(seed: number, index: number): Company {
  const offset = randomFor(seed, 'companies').integer(0, companyCount - 1);
  const number = (offset + index * stride) % companyCount;
  const start = at(first, Math.floor(number / (second.length * lines.length)));
  const [suffix, industry] = at(lines, number);
  const stem = start + at(second, Math.floor(number / lines.length));
  const domain = `${stem}-${suffix}`.toLowerCase().replaceAll(' ', '-') + '.example';
  return { name: `${stem} ${suffix}`, domain, industry, place: at(places, number * 31 + index) };
}
