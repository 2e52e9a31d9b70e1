import type { Route } from '../rest/index.ts';
import { listRoutes } from './listRoutes.ts';
import { objectRoutes } from './objectRoutes.ts';
import { recordRoutes } from './recordRoutes.ts';

/** The User Interface API, as far as pages use it. */
export const uiApiRoutes: readonly Route[] = [...objectRoutes, ...listRoutes, ...recordRoutes];
