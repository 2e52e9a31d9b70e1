import type { ApiUsage } from './apiUsage.ts';
import type { RecentItems } from './recentItems.ts';
import { createQueryCursors } from './queryCursors.ts';
import { compositeRoutes } from './composite/compositeRoutes.ts';
import { treeRoutes } from './composite/treeRoutes.ts';
import { actionRoutes } from './actions/actionRoutes.ts';
import { collectionRoutes } from './routes/collectionRoutes.ts';
import { describeRoutes } from './routes/describeRoutes.ts';
import { layoutRoutes } from './routes/layoutRoutes.ts';
import { limitRoutes } from './routes/limitRoutes.ts';
import { queryRoutes } from './routes/queryRoutes.ts';
import { recordRoutes } from './routes/recordRoutes.ts';
import { replicationRoutes } from './routes/replicationRoutes.ts';
import type { Route } from './routes/route.ts';
import { searchRoutes } from './routes/searchRoutes.ts';
import { versionRoutes } from './routes/versionRoutes.ts';

interface RouteParts {
  readonly further: readonly Route[];
  readonly usage: ApiUsage;
  readonly recent: RecentItems;
}

/** Every resource below `/services/data/vNN.N`. */
export function allRoutes({ further, usage, recent }: RouteParts): readonly Route[] {
  const transactional = [
    ...versionRoutes,
    ...limitRoutes(usage),
    ...queryRoutes(createQueryCursors()),
    ...searchRoutes,
    ...collectionRoutes,
    ...describeRoutes(recent),
    ...layoutRoutes,
    ...replicationRoutes,
    ...recordRoutes,
    ...further.filter(({ path }) => path.startsWith('/ui-api/'))
  ];
  const others = [
    ...treeRoutes,
    ...actionRoutes,
    ...further.filter((route) => !transactional.includes(route))
  ];
  return [...transactional, ...others, ...compositeRoutes({ transactional, others })];
}
