import { contractWord, formats } from '../data/clouds/index.ts';
import { isIn } from '../data/contracts.ts';
import { monthsOf } from '../data/duration.ts';
import { ApiError } from '../http/errors.ts';
import type { Call, Operation } from '../http/operation.ts';
import type { Contract } from '../records.ts';
import { instant } from '../store/index.ts';
import { scheduleContract } from '../timeLapse/schedule.ts';
import type { Resource } from './resource.ts';
import { annotate, list, present, read, requireRecord, save } from './resource.ts';

const resource: Resource<'contracts'> = {
  name: 'contracts',
  filters: [
    'cloud',
    'cloud_id',
    'status',
    'buyer_id',
    'listing_id',
    'latest_offer_id',
    'offer_type'
  ],
  isIncremental: true
};

/** `POST /contracts/{uuid}/activate/`: pending to active in the cloud, which cannot be taken back. */
const activate: Operation = {
  method: 'POST',
  path: '/contracts/{uuid}/activate/',
  limit: 'standard',
  handle: (call) => {
    const contract = requireRecord('contracts', call);
    if (!isIn(contract, 'pending')) throw notPending(contract);
    const record = save('contracts', { call, record: contract, changes: started(contract, call) });
    scheduleContract(call.world, record);
    return { status: 200, body: present(resource, record) };
  }
};

function started({ cloud, duration }: Contract, { now }: Call): Partial<Contract> {
  const months = monthsOf(duration) ?? 12;
  return {
    status: contractWord(cloud, 'active'),
    start_at: instant(now),
    end_at: instant(formats[cloud].end(now, months))
  };
}

function notPending({ status }: Contract): ApiError {
  const message = `Only a pending contract can be activated; this one is ${status}.`;
  return new ApiError('conflict', message);
}

/** Agreements, subscriptions and entitlements. */
export const contracts = [list(resource), read(resource), annotate(resource), activate];
