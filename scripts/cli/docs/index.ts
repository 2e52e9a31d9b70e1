export { writeDocs } from './writeDocs.ts';
