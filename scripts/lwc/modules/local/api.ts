/** What a failed call throws; `body` is what components show (`error.body.message`). */
export class FetchError extends Error {
  readonly ok = false;
  readonly status: number;
  readonly statusText: string;
  readonly body: ErrorBody;

  constructor(status: number, statusText: string, body: ErrorBody) {
    super(body.message);
    this.name = 'FetchError';
    this.status = status;
    this.statusText = statusText;
    this.body = body;
  }
}

export interface ErrorBody {
  readonly message: string;
  readonly statusCode?: number;
  readonly errorCode?: string;
  readonly exceptionType?: string;
  readonly isUserDefinedException?: boolean;
  readonly stackTrace?: string;
  readonly output?: unknown;
}

export interface Call {
  readonly method?: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  readonly body?: unknown;
}

/**
 * Calls the org on the page's own origin, as the user of the session cookie.
 * @throws FetchError when the answer is no success or does not come
 */
export async function callOrg(path: string, { method = 'GET', body }: Call = {}): Promise<unknown> {
  const response = await send(path, {
    method,
    headers: {
      'X-Local-Org': '1',
      Accept: 'application/json',
      ...(body !== undefined && { 'Content-Type': 'application/json' })
    },
    ...(body !== undefined && { body: JSON.stringify(body) })
  });
  const content = await readBody(response);
  if (response.ok) return content;
  throw new FetchError(response.status, response.statusText, asErrorBody(content, response.status));
}

async function send(path: string, request: RequestInit): Promise<Response> {
  try {
    return await fetch(path, request);
  } catch {
    throw new FetchError(0, '', {
      message: 'The local org does not answer. Check that it is running, then try again.'
    });
  }
}

async function readBody(response: Response): Promise<unknown> {
  const text = await response.text();
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** REST answers with a list of errors, the UI API and Apex with one object. */
function asErrorBody(content: unknown, statusCode: number): ErrorBody {
  const first: unknown = Array.isArray(content) ? content[0] : content;
  if (typeof first === 'object' && first !== null && 'message' in first) {
    return { statusCode, ...first, message: String(first.message) };
  }
  return { statusCode, message: `The local org answered with status ${statusCode}.` };
}

const version = '/services/data/v66.0';

/** The address of a UI API resource; parameters that are undefined or empty are left out. */
export function uiApi(
  resource: string,
  parameters: Readonly<Record<string, string | number | readonly string[] | undefined>> = {}
): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) {
    const text = Array.isArray(value) ? value.join(',') : String(value ?? '');
    if (text !== '') query.set(name, text);
  }
  const suffix = query.size === 0 ? '' : `?${query.toString()}`;
  return `${version}/ui-api/${resource}${suffix}`;
}
