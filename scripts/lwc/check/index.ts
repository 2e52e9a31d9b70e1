export { checkTemplates } from './templates.ts';
