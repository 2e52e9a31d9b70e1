export { committedGuide, guide, guidePath } from './page.ts';
