import { asText } from '../../json.ts';
import type { JsonObject } from '../../json.ts';
import { aBench } from '../../testing/client.ts';
import { azureDeal, created, update } from '../testing.ts';
import { registrationEvents, registrationMachine } from './registration.ts';
import type { RegistrationEvent, RegistrationState } from './registration.ts';

type Bench = Awaited<ReturnType<typeof aBench>>;

async function won(bench: Bench, fields: JsonObject = {}): Promise<string> {
  const deal = { ...azureDeal, deal_type: 'Partner-led', deal_value: 50_000, ...fields };
  const referral = await created(bench, 'azure', deal);
  await update(bench, referral, { sub_status: 'Won' });
  return asText(referral['id']);
}

function move({ sandbox }: Bench, id: string, ...events: readonly RegistrationEvent[]) {
  return events.map((event) => sandbox.control.review(id, event)).at(-1)?.metadata;
}

/** How each state is reached. */
const ways: Readonly<Record<RegistrationState, readonly RegistrationEvent[]>> = {
  'Not Registered': [],
  'Review or Validation Required': ['registerDeal'],
  'Action Required': ['registerDeal', 'requestRegistrationChanges'],
  Approved: ['registerDeal', 'approveRegistration'],
  Passed: ['registerDeal', 'approveRegistration', 'passRegistration'],
  Failed: ['registerDeal', 'failRegistration']
};

const states = Object.keys(ways) as RegistrationState[];
const all = states.flatMap((state) => registrationEvents.map((event) => [state, event] as const));

test.each(all)('should know from %s whether it can %s', async (state, event) => {
  const bench = await aBench();
  const id = await won(bench);
  move(bench, id, ...ways[state]);
  const next = registrationMachine.moves[state][event];

  if (next === undefined) {
    expect(() => move(bench, id, event)).toThrow(registrationMachine.because[state]);
  } else {
    expect(move(bench, id, event)).toMatchObject({ deal_registration: { status: next } });
  }
});

test('should be there only for a deal that is won', async () => {
  const bench = await aBench();
  const referral = await created(bench, 'azure', azureDeal);

  const register = () => move(bench, asText(referral['id']), 'registerDeal');

  expect(register).toThrow(/deal that is won/);
});

test.each<JsonObject>([{ deal_value: 24_999 }, { deal_type: 'Private' }])(
  'should not be there for %j',
  async (fields) => {
    const bench = await aBench();
    const id = await won(bench, fields);

    expect(() => move(bench, id, 'registerDeal')).toThrow(/at least USD 25000/);
  }
);

test('should be no decision about AWS, as a review is none about Microsoft', async () => {
  const bench = await aBench();
  const { opportunities } = bench.sandbox.control.snapshot();
  const aws = opportunities.find(({ cloud }) => cloud === 'aws');
  const id = await won(bench);

  expect(() => move(bench, aws?.id ?? '', 'registerDeal')).toThrow();
  expect(() => bench.sandbox.control.review(id, 'approve')).toThrow();
});
