import type { FieldText } from './fieldText.ts';

const image = /^<img src="(?<image>[^"<>]*)" alt="(?<text>[^"<>]*)"[^<>]*>$/;
const link = /^<a href="(?<href>[^"<>]*)"[^<>]*>(?<text>[^<>]*)<\/a>$/;

/**
 * What the functions `IMAGE` and `HYPERLINK` make of a formula, as picture or link; anything else is text, whatever it
 * looks like, since it may come from a record.
 */
export function formulaHtml(html: string): FieldText {
  const picture = image.exec(html)?.groups;
  if (picture !== undefined) return pictureOf(picture);
  const anchor = link.exec(html)?.groups;
  return anchor === undefined ? { text: html } : linkOf(anchor);
}

type Groups = Readonly<Record<string, string>>;

function pictureOf({ image: address = '', text = '' }: Groups): FieldText {
  return isOwn(address) || isWeb(address) ? { text, image: address } : { text };
}

function linkOf({ href = '', text = '' }: Groups): FieldText {
  if (isOwn(href)) return { text, href };
  return isWeb(href) ? { text, href, isExternal: true } : { text };
}

function isOwn(address: string): boolean {
  return /^\/[^/\\]/.test(address);
}

function isWeb(address: string): boolean {
  return /^https?:\/\//i.test(address);
}
