export { splitTopLevel } from './apexMethods.ts';
export type { ApexClass, ApexMethod, ApexVariable } from './apexMethods.ts';
export type { Bundle } from './bundles.ts';
export { listFiles } from './files.ts';
export { localName, qualify } from './names.ts';
export { loadTypeScript } from './typescript.ts';
export { readProject } from './project.ts';
export type { LwcProject } from './project.ts';
