import { datasets } from '../analytics/index.ts';
import { notFound } from '../http/errors.ts';
import type { Operation } from '../http/operation.ts';
import { instantParameter, paging } from '../http/query.ts';
import { envelope } from './resource.ts';

const largestPage = 5000;

/** `GET /analytics/datasets/{dataset_name}`: rows as Clazar's analytics has them. */
export const analytics: readonly Operation[] = [
  {
    method: 'GET',
    path: '/analytics/datasets/{dataset_name}/',
    limit: 'analytics',
    handle: (call) => {
      const name = call.params['dataset_name'] ?? '';
      const rows = datasets.get(name);
      if (!rows) throw notFound(`There is no data set ${name}.`);
      const { page, pageSize } = paging(call.query, largestPage);
      const after = instantParameter(call.query, 'last_modified_at_after');
      const modifiedAfter = after === undefined ? {} : { modifiedAfter: after };
      return envelope(
        call,
        rows(call.world, { page, pageSize, now: call.now, ...modifiedAfter }),
        pageSize
      );
    }
  }
];
