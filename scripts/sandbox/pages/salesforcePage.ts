import type { Connection, Instance, MappingState } from '../salesforce/index.ts';
import type { Html } from './html.ts';
import { html } from './html.ts';
import { paths } from './layout.ts';
import type { PageSession } from './sessions.ts';

export interface SalesforcePageParts {
  readonly session: PageSession;
  readonly connection: Connection | undefined;
  readonly mapping: MappingState | undefined;
  /** What somebody entered or came with for connecting. */
  readonly connecting: Entered;
  /** The same for installing. */
  readonly installing: Entered;
  readonly packageVersionId: string | undefined;
}

/** An address and what was found out about it. */
export interface Entered {
  readonly text: string;
  readonly instance?: Instance | undefined;
  readonly problem?: string | undefined;
}

/** Settings › Apps › Salesforce. */
export function salesforcePage(parts: SalesforcePageParts): Html {
  const { session } = parts;
  if (session.user.role !== 'Admin') return noAccess;
  return html`${connectionSection(parts)} ${installSection(parts)} ${mappingSection(parts)}`;
}

const noAccess = html`<section>
  <h2>Only admins can connect Salesforce</h2>
  <p>
    Ask Robin Adler, an admin of this account, or open <a href="${paths.profile}">Profile</a> to
    connect your own Salesforce user.
  </p>
</section>`;

function connectionSection({ session, connection, connecting }: SalesforcePageParts): Html {
  if (connection) return connectedSection(session, connection);
  return html`<section aria-labelledby="connect">
    <h2 id="connect">Connect</h2>
    <p>
      Clazar logs in to Salesforce as the user who allows it: use your integration user, with the
      permission set <em>Clazar Salesforce Integration User</em>.
    </p>
    ${connectForm(session, connecting)}
  </section>`;
}

function connectForm(session: PageSession, { text, problem }: Entered, warning?: Html): Html {
  return html`<form method="post" action="${paths.salesforce}/connect">
    ${csrf(session)}
    <label for="instance">Salesforce address</label>
    <input
      id="instance"
      name="instance_url"
      type="text"
      inputmode="url"
      autocomplete="url"
      required
      value="${text}"
      aria-describedby="instance-help"
      ${problem !== undefined && invalid}
    />
    <p id="instance-help" class="hint ${problem === undefined ? 'quiet' : 'bad-text'}">
      ${problem ?? 'Your My Domain, such as https://acme.my.salesforce.com; https://login.salesforce.com for production and Developer Edition, https://test.salesforce.com for a sandbox.'}
    </p>
    ${warning}
    <div class="actions"><button type="submit">Connect App</button></div>
  </form>`;
}

const invalid: Html = { markup: 'aria-invalid="true"' };

function connectedSection(session: PageSession, connection: Connection): Html {
  const back = session.returnTo;
  return html`<section aria-labelledby="connected">
      <h2 id="connected"><span class="good-text">✓ Connected</span></h2>
      <dl>
        <dt>Org</dt>
        <dd>${connection.organizationName} (${connection.organizationType})</dd>
        <dt>Address</dt>
        <dd>${connection.instanceUrl}</dd>
        <dt>User</dt>
        <dd>${connection.username}</dd>
        <dt>Since</dt>
        <dd>${moment(connection.connectedAt)}</dd>
      </dl>
      <div class="actions">
        <a class="button neutral" href="${paths.salesforce}/disconnect">Disconnect App</a>
        ${back !== undefined && html`<a href="${back}">Back to Salesforce</a>`}
      </div>
    </section>
    <section aria-labelledby="other">
      <h2 id="other">Connect another org instead</h2>
      ${connectForm(session, { text: '' }, replaceWarning(connection))}
    </section>`;
}

function replaceWarning({ organizationName }: Connection): Html {
  return html`<div class="warning">
    <strong>One Salesforce account at a time.</strong> Connecting another org disconnects
    ${organizationName}, and all field mappings made there are lost.
    <label class="check"
      ><input type="checkbox" name="may_replace" value="yes" required /> I know that the mappings of
      ${organizationName} will be lost.</label
    >
  </div>`;
}

function installSection({ installing, packageVersionId }: SalesforcePageParts): Html {
  const { text, instance, problem } = installing;
  return html`<section aria-labelledby="install">
    <h2 id="install">Install the widget</h2>
    <p>Say which org it is for: the address is checked first, so that it lands in the right one.</p>
    <form method="get" action="${paths.salesforce}">
      <label for="install-url">Salesforce address</label>
      <input
        id="install-url"
        name="install"
        type="text"
        inputmode="url"
        value="${text}"
        aria-describedby="install-help"
        ${problem !== undefined && invalid}
      />
      <p id="install-help" class="hint quiet">
        What stands in the address bar when you are logged in there is enough.
      </p>
      ${problem !== undefined && html`<p class="bad-text" role="alert">${problem}</p>`}
      <div class="actions"><button type="submit" class="neutral">Check address</button></div>
    </form>
    ${instance && installLink(instance, packageVersionId)}
  </section>`;
}

const kinds: Readonly<Record<Instance['kind'], string>> = {
  production: 'a production org',
  sandbox: 'a sandbox',
  developer: 'a developer or scratch org',
  local: 'a local org'
};

function installLink({ url, kind }: Instance, packageVersionId: string | undefined): Html {
  return html`<div class="result" role="status">
    <p><span class="good-text">✓</span> <strong>${url}</strong> is ${kinds[kind]}.</p>
    ${kind === 'local' ? nothingToInstall : releasedLink(url, packageVersionId)}
  </div>`;
}

const nothingToInstall = html`<p>
  The package is part of a local org: there is nothing to install.
</p>`;

function releasedLink(url: string, packageVersionId: string | undefined): Html {
  const page = `${url}/packaging/installPackage.apexp?p0=`;
  if (packageVersionId === undefined) return unreleased(page);
  return html`<p>
      Choose <strong>Install for Admins Only</strong>, and approve access to
      <code>api.clazar.io</code> when Salesforce asks.
    </p>
    <a class="button" href="${page}${packageVersionId}">Install Widget</a>`;
}

function unreleased(page: string): Html {
  return html`<p>
      <strong>There is no released version to install yet.</strong> With one, a button opens
      <code>${page}04t…</code>, where you choose <strong>Install for Admins Only</strong>.
    </p>
    <ul>
      <li>
        Try the package now: <code>npm run deploy -- --target-org X</code> puts the source into an
        org that <code>sf</code> knows.
      </li>
      <li>
        Release a version: <code>npm run package</code>, then start the sandbox with
        <code>CLAZAR_PACKAGE_VERSION=04t…</code>.
      </li>
    </ul>`;
}

function mappingSection({ connection, mapping }: SalesforcePageParts): Html {
  if (!connection) return html``;
  const text =
    mapping === undefined
      ? html`<p>The org did not say how its fields are mapped.</p>`
      : html`<p>
          ${mapping.count === 0 ? 'All fields are mapped as they come.' : `${String(mapping.count)} fields are mapped in the org’s own way`}${
            mapping.changedAt !== undefined && html`, last changed ${moment(mapping.changedAt)}.`
          }
        </p>`;
  return html`<section aria-labelledby="mapping">
    <h2 id="mapping">Field mapping</h2>
    ${text}
    <a href="${connection.instanceUrl}/lightning/n/clazar__Clazar_Mapping"
      >Open the mapping in Salesforce</a
    >
  </section>`;
}

/** Asks before everything is deleted. */
export function disconnectPage(session: PageSession, connection: Connection): Html {
  return html`<section class="dialog" aria-labelledby="ask">
    <a class="close" href="${paths.salesforce}" aria-label="Close">×</a>
    <h2 id="ask">Disconnect ${connection.organizationName}?</h2>
    <p>
      Clazar deletes all its credentials for this org at once and stops reading and writing there.
      The package stays installed, and so do its records and mappings; connect again whenever you
      like.
    </p>
    <form method="post" action="${paths.salesforce}/disconnect">
      ${csrf(session)}
      <div class="actions">
        <button type="submit" class="danger">Disconnect</button>
        <a class="button neutral" href="${paths.salesforce}">No</a>
      </div>
    </form>
  </section>`;
}

/** The hidden field that ties a form to its session. */
export function csrf(session: PageSession): Html {
  return html`<input type="hidden" name="csrf" value="${session.csrf}" />`;
}

/** An instant, for people and for programs. */
export function moment(iso: string): Html {
  const date = new Date(iso);
  const text = Number.isNaN(date.getTime())
    ? iso
    : date.toISOString().slice(0, 16).replace('T', ' ') + ' UTC';
  return html`<time datetime="${iso}">${text}</time>`;
}
