import { colorSchemeClass, themeCookie, themeOf, themes } from '../../model/theme.ts';

/** The name of the theme in use. */
export function currentTheme(): string {
  return themeOf(document.cookie).name;
}

/** Chooses a theme, shows it, and returns its name. */
export function useTheme(name: string): string {
  document.cookie = `${themeCookie}=${name}; path=/; max-age=31536000; samesite=lax`;
  const theme = themeOf(document.cookie);
  const link = document.head.children.namedItem('theme');
  const url = link instanceof HTMLLinkElement ? link.dataset[theme.stylesheet] : undefined;
  if (link instanceof HTMLLinkElement && url !== undefined && link.getAttribute('href') !== url)
    link.href = url;
  for (const other of themes) document.body.classList.remove(colorSchemeClass(other));
  document.body.classList.add(colorSchemeClass(theme));
  return theme.name;
}
