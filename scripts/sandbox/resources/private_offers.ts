import { isObject, objectBody } from '../http/body.ts';
import { invalid } from '../http/errors.ts';
import type { Operation } from '../http/operation.ts';
import { createOffer, withdrawOffer } from '../lifecycle/index.ts';
import { clouds } from '../records.ts';
import type { Resource } from './resource.ts';
import { annotate, list, present, read, requireRecord } from './resource.ts';

const resource: Resource<'private_offers'> = {
  name: 'private_offers',
  filters: ['cloud', 'cloud_id', 'status', 'listing_id', 'offer_type', 'archived', 'name'],
  isIncremental: true
};

const createAnnotations = { custom_properties: isObject, external_object_associations: isObject };

/** `POST /private_offers/`: assumed, since the public reference has no such operation. */
const create: Operation = {
  method: 'POST',
  path: '/private_offers/',
  limit: 'standard',
  handle: ({ world, now, body: given }) => {
    const { cloud, ...body } = objectBody(given);
    const known = clouds.find((name) => name === cloud);
    const message = `Must be one of ${clouds.join(', ')}.`;
    if (!known) throw invalid({ field: 'cloud', code: 'invalid', message });
    const errors = Object.entries(createAnnotations).flatMap(([field, check]) => {
      const problem = body[field] === undefined ? undefined : check(body[field]);
      return problem === undefined ? [] : [{ field, code: 'invalid', message: problem }];
    });
    if (errors.length > 0) throw invalid(...errors);
    const offer = createOffer({ world, cloud: known, body, now });
    return { status: 201, body: present(resource, offer) };
  }
};

/** `POST /private_offers/{uuid}/withdraw/`: assumed. */
const withdraw: Operation = {
  method: 'POST',
  path: '/private_offers/{uuid}/withdraw/',
  limit: 'standard',
  handle: (call) => {
    const offer = requireRecord('private_offers', call);
    return { status: 200, body: present(resource, withdrawOffer(call.world, offer, call.now)) };
  }
};

/** Private and agreement-based offers. */
export const privateOffers = [list(resource), read(resource), annotate(resource), create, withdraw];
