import { namedId } from '../schema/index.ts';
import type { Org } from '../worker/index.ts';
import { DeployError } from './deployError.ts';
import { retrieve } from './retrieve.ts';
import type { RetrieveRequest, Retrieved } from './retrieve.ts';

/** The retrievals of an org, each done as soon as it is asked for. */
export interface Retrievals {
  start(userId: string, request: RetrieveRequest): Promise<string>;
  /** @throws DeployError for an unknown one */
  result(id: string): Retrieved;
}

/** How many can still be asked for. */
const mostKept = 20;

export function createRetrievals(org: Org): Retrievals {
  const results = new Map<string, Retrieved>();
  let count = 0;
  return {
    start: async (userId, request) => {
      const { name } = await org.user(userId);
      const date = new Date(org.clock.now()).toISOString();
      count += 1;
      const id = namedId('09S', `${date} ${String(count)}`);
      results.set(id, retrieve(org.project, request, { userId, userName: name, date }));
      for (const old of [...results.keys()].slice(0, -mostKept)) results.delete(old);
      return id;
    },
    result: (id) => {
      const result = results.get(id);
      if (result !== undefined) return result;
      throw new DeployError('INVALID_CROSS_REFERENCE_KEY', `no retrieval with the id ${id}`);
    }
  };
}
