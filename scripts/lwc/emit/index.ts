export { emitLwc, requireEmitted } from './emit.ts';
export { prepareLwcTypes, typecheckLwc } from './typecheck.ts';
