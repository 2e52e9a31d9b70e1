export { accessOf, hasAnnotation } from './classes.ts';
export { link } from './link.ts';
export type { LinkInput, LinkResult } from './link.ts';
export { constructorName, describeMethod } from './members.ts';
export { invalidType } from './messages.ts';
export { findClass, innerOf } from './resolve.ts';
export { surfaceOf } from './surface.ts';
export { textOfType } from './world.ts';
export type { World } from './world.ts';
