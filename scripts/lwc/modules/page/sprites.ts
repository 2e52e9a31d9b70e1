/** The address of an icon such as `utility:close` in the design system's sprites. */
export function spriteUrl(iconName: string): string {
  const [sprite = '', symbol = ''] = iconName.split(':');
  const file = globalThis.localOrg.sprites[sprite];
  return file === undefined || symbol === '' ? '' : `${file}#${symbol}`;
}
