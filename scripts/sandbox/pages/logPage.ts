import type { LoggedRequest } from '../control/index.ts';
import type { Html } from './html.ts';
import { html } from './html.ts';
import { paths } from './layout.ts';

const shown = 200;

/** What Salesforce asked Clazar, latest first; `search` is a part of method, path, status or body. */
export function logPage(requests: readonly LoggedRequest[], search: string): Html {
  const words = search.trim().toLowerCase();
  const found = requests.filter((request) => textOf(request).includes(words)).reverse();
  return html`<section aria-labelledby="requests">
    <h2 id="requests">${found.length} requests</h2>
    <form method="get" action="${paths.log}" role="search" class="find">
      <div>
        <label for="search">Search method, path, status, body</label>
        <input id="search" name="q" type="search" value="${search}" />
      </div>
      <button type="submit" class="neutral">Search</button>
    </form>
    ${found.length === 0 ? html`<p class="quiet">Nothing was asked yet.</p>` : table(found.slice(0, shown))}
    ${found.length > shown && html`<p class="quiet">The latest ${shown} are shown.</p>`}
  </section>`;
}

function textOf({ method, path, query, status, body }: LoggedRequest): string {
  return `${method} ${path}?${query} ${String(status)} ${body ?? ''}`.toLowerCase();
}

function table(requests: readonly LoggedRequest[]): Html {
  return html`<div class="scroll" tabindex="0" role="region" aria-label="Table of requests">
    <table class="log">
      <thead>
        <tr>
          <th class="number" scope="col">No.</th>
          <th scope="col">Time (UTC)</th>
          <th scope="col">Request</th>
          <th class="number" scope="col">Status</th>
          <th scope="col">Details</th>
        </tr>
      </thead>
      <tbody>
        ${requests.map(row)}
      </tbody>
    </table>
  </div>`;
}

function row({ number, at, method, path, query, status, ...rest }: LoggedRequest): Html {
  const target = query === '' ? path : `${path}?${query}`;
  return html`<tr>
    <td class="number">${number}</td>
    <td><time datetime="${at}">${at.slice(11, 19)}</time></td>
    <td><code>${method} ${target}</code></td>
    <td class="number">${status ?? 'no answer'}</td>
    <td>${details(rest)}</td>
  </tr>`;
}

function details({
  body,
  idempotencyKey,
  faults
}: Pick<LoggedRequest, 'body' | 'idempotencyKey' | 'faults'>): Html {
  return html`${faults.length > 0 && html`<span>fault: ${faults.join(', ')}</span>`}
  ${idempotencyKey !== null && html`<div>key <code title="${idempotencyKey}">${idempotencyKey.slice(0, 12)}…</code></div>`}
  ${
    body !== null &&
    html`<details>
      <summary>Body</summary>
      <pre>${body}</pre>
    </details>`
  }`;
}
