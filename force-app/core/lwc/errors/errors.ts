interface Detail {
  message?: unknown;
}

interface Body extends Detail {
  pageErrors?: Detail[];
  fieldErrors?: Record<string, Detail[]>;
  output?: { errors?: Detail[]; fieldErrors?: Record<string, Detail[]> };
}

/** The sentences in any shape of error that Apex, Lightning Data Service or the browser gives. */
export function reduceErrors(error: unknown): string[] {
  const errors = (Array.isArray(error) ? error : [error]).flatMap(sentencesOf);
  return [...new Set(errors.filter((sentence) => sentence !== ''))];
}

function sentencesOf(error: unknown): string[] {
  if (typeof error === 'string') return [error];
  if (typeof error !== 'object' || error === null) return [];
  const { body, message, statusText } = error as Detail & { body?: unknown; statusText?: unknown };
  const inBody = Array.isArray(body) ? body.flatMap(fromBody) : fromBody(body);
  return inBody.length > 0 ? inBody : [text(message) || text(statusText)];
}

function fromBody(body: unknown): string[] {
  if (typeof body !== 'object' || body === null) return [];
  const { pageErrors, fieldErrors, output, message }: Body = body;
  const details = [
    ...fromDetails(pageErrors, fieldErrors),
    ...fromDetails(output?.errors, output?.fieldErrors)
  ];
  return details.length > 0 ? details : [text(message)].filter((sentence) => sentence !== '');
}

function fromDetails(ofPage: Detail[] = [], ofFields: Record<string, Detail[]> = {}): string[] {
  return [...ofPage, ...Object.values(ofFields).flat()].map((detail) => text(detail.message));
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
