import type { Route } from '../rest/index.ts';
import { actionRoutes } from './actionRoutes.ts';
import { listRoutes } from './listRoutes.ts';
import { listViewRoutes } from './listViewRoutes.ts';
import { objectRoutes } from './objectRoutes.ts';
import { recordRoutes } from './recordRoutes.ts';
import { recordUiRoutes } from './recordUiRoutes.ts';
import { relatedListRoutes } from './relatedListRoutes.ts';

/** The User Interface API, as far as pages use it, and the REST API's list views. */
export const uiApiRoutes: readonly Route[] = [
  ...objectRoutes,
  ...listRoutes,
  ...recordRoutes,
  ...recordUiRoutes,
  ...relatedListRoutes,
  ...actionRoutes,
  ...listViewRoutes
];
