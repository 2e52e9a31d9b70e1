import { readFileSync } from 'node:fs';
import { assetsUrl } from '../build/index.ts';
import type { LwcBuild } from '../build/index.ts';
import { colorSchemeClass, themeOf } from '../model/theme.ts';

const skeletonFile = new URL('./skeleton.css', import.meta.url);

/** Makes the page for a theme cookie: the same shell for every address below `/lightning`. */
export function pageRenderer(build: LwcBuild): (cookies: string) => string {
  const skeletonStyle = readFileSync(skeletonFile, 'utf8');
  const url = (name: string): string => `${assetsUrl}/${name}`;
  const stylesheets = findStylesheets(build, url);
  const settings = JSON.stringify({ main: url(build.main), sprites: findSprites(build, url) });
  const preloads = [build.vendor, build.main]
    .map((name) => `<link rel="modulepreload" href="${url(name)}">`)
    .join('\n');
  return (cookies) => {
    const theme = themeOf(cookies);
    return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Salesforce · local org</title>
<link rel="icon" href="data:,">
<style>${skeletonStyle}</style>
<link id="theme" rel="stylesheet" href="${stylesheets[theme.stylesheet]}" data-slds1="${stylesheets.slds1}" data-slds2="${stylesheets.slds2}">
${preloads}
<script type="module" src="${url(build.boot)}"></script>
</head>
<body class="${colorSchemeClass(theme)}">
<div id="boot" role="status" aria-label="Loading"><div class="boot-bar"></div><div class="boot-page"></div></div>
<script type="application/json" id="local-org-settings">${settings}</script>
</body>
</html>
`;
  };
}

function findStylesheets(
  { staticFiles }: LwcBuild,
  url: (name: string) => string
): { readonly slds1: string; readonly slds2: string } {
  const find = (prefix: string): string =>
    url(staticFiles.find((name) => name.startsWith(prefix)) ?? `${prefix}missing.css`);
  return { slds1: find('slds1-'), slds2: find('slds2-') };
}

function findSprites(
  { staticFiles }: LwcBuild,
  url: (name: string) => string
): Record<string, string> {
  return Object.fromEntries(
    staticFiles.flatMap((name) => {
      const [, sprite] = /^(\w+)-sprite-/.exec(name) ?? [];
      return sprite === undefined ? [] : [[sprite, url(name)]];
    })
  );
}
