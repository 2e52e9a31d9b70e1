/** Text that is safe between tags and in quoted attributes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${String(character.charCodeAt(0))};`);
}

export interface HiddenFields {
  readonly [name: string]: string;
}

/** What each scope lets an app do, in a person's words. */
const scopeTexts: Readonly<Record<string, string>> = {
  api: 'Manage user data via APIs',
  web: 'Manage user data via Web browsers',
  full: 'Full access',
  refresh_token: 'Perform requests at any time',
  openid: 'Access unique user identifiers',
  id: 'Access the identity URL service',
  profile: 'Access the identity URL service',
  email: 'Access the identity URL service',
  custom_permissions: 'Access custom permissions'
};

/** The page where a user logs in. */
export function loginPage(hidden: HiddenFields, problem?: string): string {
  return page(
    'Log in',
    `<h1>Log in to the local org</h1>
    ${problem === undefined ? '' : `<p class="problem" role="alert">${escapeHtml(problem)}</p>`}
    <form method="post" action="/login">
      ${hiddenInputs(hidden)}
      <label for="username">Username</label>
      <input id="username" name="username" type="text" autocomplete="username" required autofocus>
      <label for="password">Password</label>
      <input id="password" name="password" type="password" autocomplete="current-password" required>
      <button type="submit">Log In</button>
    </form>`
  );
}

export interface AllowRequest {
  readonly clientLabel: string;
  readonly userName: string;
  readonly scopes: readonly string[];
  readonly hidden: HiddenFields;
}

/** The page where a user allows an app to act in the own name. */
export function allowPage({ clientLabel, userName, scopes, hidden }: AllowRequest): string {
  const texts = [...new Set(scopes.map((scope) => scopeTexts[scope] ?? scope))];
  return page(
    'Allow Access?',
    `<h1>Allow Access?</h1>
    <p><strong>${escapeHtml(clientLabel)}</strong> is asking to:</p>
    <ul>${texts.map((text) => `<li>${escapeHtml(text)}</li>`).join('')}</ul>
    <p>Do you want to allow access for ${escapeHtml(userName)}?</p>
    <form method="post" action="/services/oauth2/authorize">
      ${hiddenInputs(hidden)}
      <button type="submit" name="decision" value="deny" class="neutral">Deny</button>
      <button type="submit" name="decision" value="allow">Allow</button>
    </form>`
  );
}

/** The page for a request that must not be sent back to the app, such as one with a foreign address. */
export function refusalPage(code: string, description: string): string {
  return page(
    'We can’t authorize you',
    `<h1>We can’t authorize you because of an OAuth error.</h1>
    <p role="alert">${escapeHtml(code)}: ${escapeHtml(description)}</p>`
  );
}

function hiddenInputs(hidden: HiddenFields): string {
  return Object.entries(hidden)
    .map(([name, value]) => {
      const attributes = `name="${escapeHtml(name)}" value="${escapeHtml(value)}"`;
      return `<input type="hidden" ${attributes}>`;
    })
    .join('\n');
}

const style = `
  body { margin: 0; font: 1rem/1.5 system-ui, sans-serif; color: #181818; background: #f3f3f3; }
  main { max-width: 26rem; margin: 10vh auto; padding: 2rem; background: #fff; border-radius: 1rem; }
  h1 { font-size: 1.25rem; margin-top: 0; }
  label { display: block; margin-top: 1rem; }
  input { box-sizing: border-box; width: 100%; padding: .5rem; font: inherit; border: 1px solid #5c5c5c; border-radius: .5rem; }
  button { margin-top: 1.5rem; padding: .5rem 1.5rem; font: inherit; color: #fff; background: #0250d9; border: 1px solid #0250d9; border-radius: 2rem; cursor: pointer; }
  button.neutral { color: #0250d9; background: #fff; }
  :focus-visible { outline: 3px solid #7cb1fe; outline-offset: 2px; }
  .problem { color: #8c0019; }`;

function page(title: string, content: string): string {
  return `<!doctype html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>${escapeHtml(title)} | local org</title>
  <style>${style}</style>
</head>
<body><main>${content}</main></body>
</html>`;
}
