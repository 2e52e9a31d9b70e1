/** Values that a field has besides AWS's: Microsoft's stages stand in the same field. */
const beside: Readonly<Record<string, readonly string[]>> = {
  Stage__c: ['10%', '20%', '40%', '60%', '80%', '100%']
};

/** A field's file with `values` as the values of its list, and everything else as it was. */
export function withValues(xml: string, field: string, values: readonly string[]): string {
  const all = [...known(xml, values), ...(beside[field] ?? [])];
  const entries = all.map(
    (value) => `            <value>
                <fullName>${escaped(value)}</fullName>
                <default>false</default>
                <label>${labelIn(xml, value)}</label>
            </value>
`
  );
  const list = /( {12}<value>[\s\S]*<\/value>\n)(?= {8}<\/valueSetDefinition>)/;
  return xml.replace(list, () => entries.join(''));
}

/** A record type's file with `values` as what it offers of `field`; unchanged when it offers nothing. */
export function withOffered(xml: string, field: string, values: readonly string[]): string {
  const entries = [...values].sort().map(
    (value) => `        <values>
            <fullName>${urlEncoded(value)}</fullName>
            <default>false</default>
        </values>
`
  );
  const start = `        <picklist>${field}</picklist>\n`;
  const list = new RegExp(`(${start})[\\s\\S]*?(?= {4}</picklistValues>)`);
  return xml.replace(list, (_, head: string) => head + entries.join(''));
}

/** AWS's values in the order the file has them, then those that are new: admins see no needless move. */
function known(xml: string, values: readonly string[]): string[] {
  const inFile = [...xml.matchAll(/<fullName>([^<]*)<\/fullName>/g)].map(([, name]) =>
    unescaped(name ?? '')
  );
  const kept = inFile.filter((value) => values.includes(value));
  return [...kept, ...values.filter((value) => !kept.includes(value))];
}

/** A label that somebody wrote stays: countries have names for people. */
function labelIn(xml: string, value: string): string {
  const name = RegExp.escape(`<fullName>${escaped(value)}</fullName>`);
  const entry = new RegExp(`${name}\\s*<default>\\w+</default>\\s*<label>([^<]*)</label>`);
  return entry.exec(xml)?.[1] ?? escaped(value);
}

/** Record types name values as the Metadata API does: encoded, but for spaces. */
function urlEncoded(value: string): string {
  return encodeURIComponent(value).replaceAll('%20', ' ').replace(/[*()]/g, percent);
}

function percent(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function unescaped(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}
