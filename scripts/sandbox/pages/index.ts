export { paths } from './layout.ts';
export { registerPages } from './registerPages.ts';
