/** A class to extend: TypeScript asks for `any[]`, since a mixin takes whatever its base takes. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type Constructor<T> = new (...parameters: any[]) => T;
