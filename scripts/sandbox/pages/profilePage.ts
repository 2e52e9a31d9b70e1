import type { Connection, UserLink } from '../salesforce/index.ts';
import type { Html } from './html.ts';
import { html } from './html.ts';
import { paths } from './layout.ts';
import { people } from './people.ts';
import { csrf, moment } from './salesforcePage.ts';
import type { PageSession } from './sessions.ts';

export interface ProfilePageParts {
  readonly session: PageSession;
  readonly connection: Connection | undefined;
  readonly link: UserLink | undefined;
}

/** Settings › Profile: a user of Clazar and the own Salesforce user. */
export function profilePage(parts: ProfilePageParts): Html {
  return html`${linkSection(parts)} ${whoSection(parts.session)}`;
}

function linkSection({ session, connection, link }: ProfilePageParts): Html {
  const content = link ? linked(session, link) : unlinked(session, connection);
  return html`<section aria-labelledby="link">
    <h2 id="link">Your Salesforce user</h2>
    ${content}
  </section>`;
}

function linked(session: PageSession, link: UserLink): Html {
  const back = session.returnTo;
  return html`<p class="good-text">✓ Connected as ${link.username}</p>
    <p class="quiet">
      Since ${moment(link.linkedAt)}. What you do in the Clazar widget is done in your name.
    </p>
    <form method="post" action="${paths.profile}/disconnect">
      ${csrf(session)}
      <div class="actions">
        <button type="submit" class="neutral">Disconnect App</button>
        ${back !== undefined && html`<a href="${back}">Back to Salesforce</a>`}
      </div>
    </form>`;
}

function unlinked(session: PageSession, connection: Connection | undefined): Html {
  if (!connection) {
    return html`<p>
      Clazar is not connected to Salesforce yet. An admin connects it under
      <a href="${paths.salesforce}">Apps › Salesforce</a>; then you can connect your own user.
    </p>`;
  }
  return html`<p>
      Connect your Salesforce user of ${connection.organizationName}, so that you can accept, create
      and update from the Clazar widget. Without it the widget shows everything and changes nothing.
    </p>
    <form method="post" action="${paths.profile}/connect">
      ${csrf(session)}
      <div class="actions"><button type="submit">Connect App</button></div>
    </form>`;
}

function whoSection(session: PageSession): Html {
  const options = people.map(({ email, name, role }) =>
    email === session.user.email
      ? html`<option value="${email}" selected>${name} (${role})</option>`
      : html`<option value="${email}">${name} (${role})</option>`
  );
  return html`<section aria-labelledby="who">
    <h2 id="who">Who you are here</h2>
    <p class="quiet">The sandbox has no passwords: be whom you like.</p>
    <form method="post" action="${paths.profile}/become">
      ${csrf(session)}
      <label for="person">User of Clazar</label>
      <select id="person" name="email">
        ${options}
      </select>
      <div class="actions"><button type="submit" class="neutral">Change</button></div>
    </form>
  </section>`;
}
