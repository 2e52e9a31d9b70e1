import type { ListState } from 'c/pages';

/** How a person left a list. */
export interface SavedState extends ListState {
  readonly sortBy?: string;
  readonly isDescending?: boolean;
  readonly search?: string;
}

const key = (listName: string): string => `clazar.list.${listName}`;

/** How the list was left in this browser; empty when it never was, or the browser keeps nothing. */
export function readState(listName: string): SavedState {
  try {
    const text = window.localStorage.getItem(key(listName));
    const state: unknown = JSON.parse(text ?? '{}');
    return typeof state === 'object' && state !== null ? state : {};
  } catch {
    return {};
  }
}

export function saveState(listName: string, state: SavedState): void {
  try {
    window.localStorage.setItem(key(listName), JSON.stringify(state));
  } catch {
    // A browser that keeps nothing shows every list as new.
  }
}
