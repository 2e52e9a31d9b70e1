export { troubleshooting } from './page.ts';
