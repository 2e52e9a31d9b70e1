// A browser without a screen: opens an address, logs in, presses Allow, and follows where that leads.
// Parameters: user name, password, address.

const [username = '', password = '', start = ''] = process.argv.slice(2);
const cookies = new Map<string, string>();

/** Opens a page and follows redirects, also to other servers of this machine. */
async function open(url: string, form?: Readonly<Record<string, string>>): Promise<void> {
  const response = await fetch(url, {
    method: form === undefined ? 'GET' : 'POST',
    ...(form !== undefined && { body: new URLSearchParams(form) }),
    headers: { cookie: [...cookies].map((pair) => pair.join('=')).join('; ') },
    redirect: 'manual'
  });
  for (const cookie of response.headers.getSetCookie()) {
    const [name = '', value = ''] = (cookie.split(';')[0] ?? '').split('=');
    cookies.set(name, value);
  }
  const target = response.headers.get('location');
  if (target !== null) return open(new URL(target, url).href);
  return fill(url, await response.text());
}

/** Does what the page asks for: logs in where there is a password to enter, allows where there is a choice. */
async function fill(url: string, page: string): Promise<void> {
  const [, action] = /<form[^>]* action="([^"]*)"/.exec(page) ?? [];
  if (action === undefined) return;
  const hidden = page.matchAll(/type="hidden" name="([^"]*)" value="([^"]*)"/g);
  const fields = Object.fromEntries([...hidden].map(([, name = '', value = '']) => [name, value]));
  const decoded = Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [name, unescaped(value)])
  );
  const choice: Readonly<Record<string, string>> = page.includes('type="password"')
    ? { username, password }
    : { decision: 'allow' };
  await open(new URL(unescaped(action), url).href, { ...decoded, ...choice });
}

function unescaped(text: string): string {
  return text.replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)));
}

await open(start);
