export { writeDocs } from './apexSupport.ts';
