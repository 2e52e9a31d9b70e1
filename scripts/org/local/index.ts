export { describePages } from './pages.ts';
export { registerLocalApi } from './registerLocalApi.ts';
export type { LocalApiOptions, LocalUser } from './registerLocalApi.ts';
