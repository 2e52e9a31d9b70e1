export { fieldAt } from './fields.ts';
export { queriedObject, reportQuery } from './query.ts';
