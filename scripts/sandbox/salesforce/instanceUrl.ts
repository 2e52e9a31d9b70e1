/** What kind of Salesforce org an address belongs to, as far as the address says it. */
export type InstanceKind = 'production' | 'sandbox' | 'developer' | 'local';

/** Where an org is reached for logging in. */
export interface Instance {
  /** Scheme and host, without a slash at the end. */
  readonly url: string;
  readonly kind: InstanceKind;
}

export type CheckedInstance =
  | { readonly instance: Instance; readonly problem?: undefined }
  | { readonly problem: string; readonly instance?: undefined };

interface HostForm {
  readonly pattern: RegExp;
  readonly kind: InstanceKind;
}

const label = '[a-z0-9](?:[a-z0-9-]*[a-z0-9])?';

/**
 * Read from the top. https://help.salesforce.com/s/articleView?id=sf.domain_name_url_formats.htm
 */
const forms: readonly HostForm[] = [
  { pattern: /^login\.salesforce\.com$/, kind: 'production' },
  { pattern: /^test\.salesforce\.com$/, kind: 'sandbox' },
  {
    pattern: new RegExp(`^${label}--${label}\\.sandbox\\.my\\.salesforce\\.com$`),
    kind: 'sandbox'
  },
  {
    pattern: new RegExp(`^${label}--${label}(?:\\.cs\\d+)?\\.my\\.salesforce\\.com$`),
    kind: 'sandbox'
  },
  {
    pattern: new RegExp(
      `^${label}\\.(?:develop|scratch|demo|trailblaze|patch|free)\\.my\\.salesforce\\.com$`
    ),
    kind: 'developer'
  },
  { pattern: new RegExp(`^${label}-dev-ed\\.my\\.salesforce\\.com$`), kind: 'developer' },
  { pattern: new RegExp(`^${label}\\.my\\.salesforce\\.com$`), kind: 'production' }
];

const local = /^(?:localhost|127\.0\.0\.1)$/;

/** The pages of Lightning and of Setup are on hosts of their own; one logs in on the org's My Domain. */
const pageHosts = /\.(?:lightning\.force|my\.salesforce-setup|my\.site|file\.force)\.com$/;

/**
 * Checks the address that somebody typed, or copied from the browser.
 *
 * @returns the org's address for logging in, or what is wrong with it, as sentences
 */
export function checkInstanceUrl(text: string): CheckedInstance {
  const url = parsed(text.trim());
  if (url === undefined) return { problem: `“${text}” is no address. ${example}` };
  if (url.username !== '' || url.password !== '') {
    return { problem: 'The address must not hold a username or password.' };
  }
  if (local.test(url.hostname)) return { instance: { url: url.origin, kind: 'local' } };
  if (url.protocol !== 'https:' || url.port !== '') {
    return {
      problem: `The address of a Salesforce org begins with https:// and has no port. ${example}`
    };
  }
  const host = url.hostname.replace(pageHosts, '.my.salesforce.com');
  const form = forms.find(({ pattern }) => pattern.test(host));
  if (form === undefined) return { problem: `${url.hostname} is no Salesforce org. ${example}` };
  return { instance: { url: `https://${host}`, kind: form.kind } };
}

const example =
  'Enter your My Domain, such as https://acme.my.salesforce.com, or https://login.salesforce.com (https://test.salesforce.com for a sandbox).';

function parsed(text: string): URL | undefined {
  const withScheme = /^[a-z]+:\/\//i.test(text) ? text : `https://${text}`;
  const url = URL.canParse(withScheme) ? new URL(withScheme) : undefined;
  return url !== undefined && /^https?:$/.test(url.protocol) && url.hostname !== ''
    ? url
    : undefined;
}
