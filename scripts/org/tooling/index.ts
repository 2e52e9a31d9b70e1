export { createToolingRoutes } from './toolingRoutes.ts';
