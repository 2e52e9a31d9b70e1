export * from './metadata/index.ts';
export * from './schema/index.ts';
export * from './store/index.ts';
export * from './soql/index.ts';
