/** A look of the page: a style sheet of the design system, and its colours. */
export interface Theme {
  readonly name: string;
  readonly label: string;
  readonly stylesheet: 'slds1' | 'slds2';
  readonly colorScheme: 'light' | 'dark' | 'system';
}

/** The first is what one sees without having chosen. */
export const themes: readonly Theme[] = [
  { name: 'slds2', label: 'SLDS 2 · light', stylesheet: 'slds2', colorScheme: 'light' },
  { name: 'slds2-dark', label: 'SLDS 2 · dark', stylesheet: 'slds2', colorScheme: 'dark' },
  {
    name: 'slds2-system',
    label: 'SLDS 2 · as the system',
    stylesheet: 'slds2',
    colorScheme: 'system'
  },
  { name: 'slds1', label: 'SLDS 1', stylesheet: 'slds1', colorScheme: 'light' }
];

/** The cookie that keeps the choice: the server then sends the right page at once. */
export const themeCookie = 'local-org-theme';

/** The theme of a cookie header; the first one when it names none. */
export function themeOf(cookies: string): Theme {
  const name = new RegExp(`(?:^|;\\s*)${themeCookie}=([\\w-]+)`).exec(cookies)?.[1];
  const [standard] = themes;
  const found = themes.find((theme) => theme.name === name) ?? standard;
  if (found === undefined) throw new Error('There is no theme.');
  return found;
}

export function colorSchemeClass({ colorScheme }: Theme): string {
  return `slds-color-scheme_${colorScheme}`;
}
