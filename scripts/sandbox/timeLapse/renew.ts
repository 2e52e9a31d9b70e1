import { contractWord, formats } from '../data/clouds/index.ts';
import { monthsOf } from '../data/duration.ts';
import { randomFor } from '../data/random.ts';
import type { Contract } from '../records.ts';
import { instant } from '../store/index.ts';
import type { World } from '../world.ts';
import { scheduleContract } from './schedule.ts';

/** Renews a contract at its end: a new agreement on AWS, a longer one on Azure and GCP. */
export function renew(world: World, contract: Contract, at: number): void {
  if (formats[contract.cloud].renewsAsNewContract) renewAsNew(world, contract, at);
  else prolong(world, contract, at);
}

function prolong(world: World, contract: Contract, at: number): void {
  const end = formats[contract.cloud].end(at + 1000, monthsOf(contract.duration) ?? 12);
  const next = { ...contract, end_at: instant(end), last_modified_at: world.stamps.next(at) };
  world.records.contracts.put(next);
  scheduleContract(world, next);
}

function renewAsNew(world: World, contract: Contract, at: number): void {
  const { records, seed, stamps } = world;
  const random = randomFor(seed, `renewal:${contract.id}`);
  const start = at + 1000;
  const { cloud_id, cloud_url, identifiers } = formats.aws.contract(random, {
    account: '',
    identifiers: contract.cloud_identifiers
  });
  const initial = contract.metadata['initial_agreement_id'] ?? contract.cloud_id;
  const next: Contract = {
    ...contract,
    id: random.uuid(),
    cloud_id,
    cloud_url,
    cloud_identifiers: identifiers,
    accepted_at: instant(at),
    start_at: instant(start),
    end_at: instant(formats.aws.end(start, monthsOf(contract.duration) ?? 12)),
    metadata: { ...contract.metadata, initial_agreement_id: initial },
    last_modified_at: stamps.next(at)
  };
  const status = contractWord(contract.cloud, 'renewed');
  records.contracts.put(next);
  records.contracts.put({ ...contract, status, last_modified_at: stamps.next(at) });
  const buyer = records.buyers.get(contract.buyer_id);
  if (buyer) {
    const latest = { latest_contract_id: next.id, last_modified_at: stamps.next(at) };
    records.buyers.put({ ...buyer, ...latest });
  }
  scheduleContract(world, next);
}
