export { registerStreaming } from './registerStreaming.ts';
export { createToolingRoutes } from './toolingRoutes.ts';
export { schemaOf } from './toolingObjects.ts';
export { createToolingStore } from './toolingStore.ts';
export type { ToolingStore } from './toolingStore.ts';
