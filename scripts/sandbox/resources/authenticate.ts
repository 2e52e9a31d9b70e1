import { asText } from '../json.ts';
import { checkedBody, isText } from '../http/body.ts';
import type { Operation } from '../http/operation.ts';

/** Other clients send `grant_type` and `scope` as well: any value passes. */
const anything = (): undefined => undefined;

/** `POST /authenticate/` (https://help.clazar.io/articles/7953489882-get-an-access-token). */
export const authenticate: readonly Operation[] = [
  {
    method: 'POST',
    path: '/authenticate/',
    isPublic: true,
    limit: 'none',
    handle: ({ body, tokens }) => {
      const credentials = checkedBody(body, {
        fields: { client_id: isText, client_secret: isText, grant_type: anything, scope: anything },
        required: ['client_id', 'client_secret']
      });
      const { client_id, client_secret } = credentials;
      return { status: 200, body: { ...tokens.issue(asText(client_id), asText(client_secret)) } };
    }
  }
];
