import { FetchError } from '../modules/local/api.ts';

/** A failure in a person's words. */
export interface ErrorText {
  readonly heading: string;
  readonly message: string;
}

const headings: Readonly<Record<number, string>> = {
  0: 'The local org does not answer',
  401: 'You are logged out',
  403: 'You have no access',
  404: 'This does not exist'
};

const advice: Readonly<Record<number, string>> = {
  401: 'Load the page again to log in.',
  403: 'Ask an administrator for a permission set, or switch the user in the menu at the top right.',
  404: 'It may have been deleted, or you may have no access to it.'
};

/** What happened and what to do. */
export function errorText(error: unknown): ErrorText {
  if (!(error instanceof FetchError)) {
    const message = error instanceof Error ? error.message : String(error);
    return { heading: 'This could not be shown', message };
  }
  const { status, body } = error;
  return {
    heading: headings[status] ?? 'This could not be loaded',
    message: [sentence(body.message), advice[status]].filter(Boolean).join(' ')
  };
}

/** The platform's messages often lack their full stop. */
function sentence(text: string): string {
  return /[.!?]$/.test(text) || text === '' ? text : `${text}.`;
}
