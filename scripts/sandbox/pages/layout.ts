import type { ClazarUser } from './people.ts';
import type { Html } from './html.ts';
import { html } from './html.ts';
import { style } from './style.ts';

/** Where the pages are. */
export const paths = {
  salesforce: '/settings/apps/salesforce',
  callback: '/settings/apps/salesforce/callback',
  profile: '/settings/profile',
  log: '/log'
} as const;

/** What a page shows once, above everything else. */
export interface Notice {
  readonly kind: 'good' | 'bad';
  readonly text: string;
}

export interface PageParts {
  readonly title: string;
  readonly path: string;
  readonly user: ClazarUser;
  readonly notice?: Notice | undefined;
  readonly content: Html;
}

const places: readonly (readonly [path: string, label: string])[] = [
  [paths.salesforce, 'Apps › Salesforce'],
  [paths.profile, 'Profile'],
  [paths.log, 'Log of requests']
];

/** A whole page. */
export function page({ title, path, user, notice, content }: PageParts): string {
  const body = html`<a class="skip" href="#content">Skip to content</a>
    <header>
      <strong>Clazar sandbox</strong>
      <nav aria-label="Settings">
        <ul>
          ${places.map(([place, label]) => item(place, label, path))}
        </ul>
      </nav>
      <span class="user">${user.name} (${user.role})</span>
    </header>
    <main id="content">
      <h1>${title}</h1>
      ${notice && message(notice)} ${content}
    </main>`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${html`${title}`.markup} | Clazar sandbox</title>
<style>${style}</style>
</head>
<body>${body.markup}</body>
</html>`;
}

function item(place: string, label: string, path: string): Html {
  return place === path
    ? html`<li><a href="${place}" aria-current="page">${label}</a></li>`
    : html`<li><a href="${place}">${label}</a></li>`;
}

function message({ kind, text }: Notice): Html {
  const role = kind === 'bad' ? 'alert' : 'status';
  return html`<p class="message ${kind}" role="${role}">${text}</p>`;
}
