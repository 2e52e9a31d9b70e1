export { awsLists } from './awsLists.ts';
export { listFiles } from './listFiles.ts';
export type { ListFile } from './listFiles.ts';
