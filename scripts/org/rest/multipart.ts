import { malformedBody } from './restError.ts';

/** One part of a `multipart/form-data` body. */
export interface Part {
  readonly name: string;
  readonly fileName: string | undefined;
  readonly contentType: string | undefined;
  readonly data: Buffer;
}

const lineBreak = Buffer.from('\r\n');
const headerEnd = Buffer.from('\r\n\r\n');

/** Nobody needs more, and each costs a search. */
const mostParts = 1000;

/**
 * Takes a `multipart/form-data` body apart.
 * @param contentType the request's header, which names the boundary
 * @throws RestError for a body that is none
 */
export function readMultipart(body: unknown, contentType: unknown): Part[] {
  const boundary = /boundary=(?:"(?<text>[^"]+)"|(?<text>[^\s;]+))/i.exec(String(contentType));
  const text = boundary?.groups?.['text'];
  if (!Buffer.isBuffer(body) || text === undefined) {
    throw malformedBody('The body must be multipart/form-data with a boundary.');
  }
  const parts = split(body, Buffer.from(`--${text}`)).map(readPart);
  if (parts.length === 0) throw malformedBody('The body has no parts.');
  return parts;
}

/** What stands between boundaries. */
function split(body: Buffer, delimiter: Buffer): Buffer[] {
  const pieces: Buffer[] = [];
  let start = body.indexOf(delimiter);
  while (start >= 0 && !isLast(body, start + delimiter.length)) {
    const next = body.indexOf(delimiter, start + delimiter.length);
    if (next < 0) throw malformedBody('The last boundary of the body is missing.');
    pieces.push(body.subarray(start + delimiter.length, next));
    if (pieces.length > mostParts) throw malformedBody('The body has too many parts.');
    start = next;
  }
  return pieces;
}

function isLast(body: Buffer, position: number): boolean {
  return body.toString('latin1', position, position + 2) === '--';
}

/** @param bytes from behind the boundary to before the next */
function readPart(bytes: Buffer): Part {
  const end = bytes.indexOf(headerEnd);
  if (end < 0) throw malformedBody('A part of the body has no headers.');
  const headers = bytes.toString('utf8', 0, end);
  const name = found(
    /^content-disposition:.*\bname=(?:"(?<text>[^"]*)"|(?<text>[^;\s]+))/im,
    headers
  );
  if (name === undefined) throw malformedBody('A part of the body has no name.');
  const tail = bytes.subarray(-lineBreak.length).equals(lineBreak) ? lineBreak.length : 0;
  return {
    name,
    fileName: found(/^content-disposition:.*\bfilename="(?<text>[^"]*)"/im, headers),
    contentType: found(/^content-type:\s*(?<text>\S+)/im, headers),
    data: bytes.subarray(end + headerEnd.length, bytes.length - tail)
  };
}

function found(pattern: RegExp, text: string): string | undefined {
  return pattern.exec(text)?.groups?.['text'];
}
