import { admin, anHttpOrg } from './testing/httpOrg.ts';
import type { HttpOrg } from './testing/httpOrg.ts';

let http: HttpOrg;
beforeAll(async () => {
  http = await anHttpOrg();
});
afterAll(() => http.close());

const xml = { accept: 'application/xml' };
const sendsXml = { 'content-type': 'application/xml' };
const created = async (name: string): Promise<string> => {
  const { body } = await http.call('POST', '/sobjects/Account', { body: { Name: name } });
  return (body as { id: string }).id;
};

describe('XML', () => {
  test('should be the answer to those who want it', async () => {
    const id = await created('A < B & "C"');
    const path = `/sobjects/Account/${id}`;

    const one = await http.call('GET', `${path}?fields=Name,Website`, { headers: xml });
    const soql = encodeURIComponent(`SELECT Name FROM Account WHERE Id = '${id}'`);
    const found = await http.call('GET', `/query?q=${soql}`, { headers: xml });

    expect(one.headers['content-type']).toBe('application/xml; charset=utf-8');
    expect(one.body).toContain(`<Account type="Account" url="/services/data/v66.0${path}">`);
    expect(one.body).toContain('<Name>A &#60; B &#38; &#34;C&#34;</Name><Website xsi:nil="true"');
    expect(found.body).toMatch(/<QueryResult><totalSize>1<\/totalSize><done>true<\/done><records /);
  });

  test('should be the answer to a mistake as well', async () => {
    const answer = await http.call('GET', '/sobjects/Account/001000000000999AAA', { headers: xml });

    expect(answer).toMatchObject({ status: 404, body: expect.stringContaining('<Errors><Error>') });
    expect(answer.body).toContain('<errorCode>NOT_FOUND</errorCode>');
  });

  test('should be taken as a record', async () => {
    const nil = 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:nil="true"';
    const sent = `<?xml version="1.0"?><Account><Name>From XML &amp; more</Name><Website ${nil}/></Account>`;

    const answer = await http.call('POST', '/sobjects/Account', {
      body: sent,
      headers: { ...sendsXml, ...xml }
    });

    expect(answer.status).toBe(201);
    expect(answer.body).toMatch(/<Result><id>001\w{15}<\/id><success>true<\/success><\/Result>$/);
    expect(await http.column("SELECT Website FROM Account WHERE Name = 'From XML & more'")).toEqual(
      [null]
    );
  });

  test.each([
    ['a document type', '<!DOCTYPE a [<!ENTITY b "c">]><Account><Name>&b;</Name></Account>'],
    ['an element that does not end', '<Account><Name>x</Account>'],
    ['no XML at all', '{"Name":"x"}']
  ])('should be refused with %s', async (_, body) => {
    const answer = await http.call('POST', '/sobjects/Account', { body, headers: sendsXml });

    expect(answer).toMatchObject({ status: 400, body: [{ errorCode: 'XML_PARSER_ERROR' }] });
  });
});

describe('a form with files', () => {
  const form = (records: object[], parts: Readonly<Record<string, string>>): Buffer => {
    const json = `--b\r\nContent-Disposition: form-data; name="collection"\r\nContent-Type: application/json\r\n\r\n${JSON.stringify({ allOrNone: false, records })}\r\n`;
    const files = Object.entries(parts).map(
      ([name, text]) =>
        `--b\r\nContent-Disposition: form-data; name="${name}"; filename="${name}.txt"\r\nContent-Type: text/plain\r\n\r\n${text}\r\n`
    );
    return Buffer.from(`${json}${files.join('')}--b--\r\n`);
  };
  const version = (title: string, part: string): object => ({
    attributes: {
      type: 'ContentVersion',
      binaryPartName: part,
      binaryPartNameAlias: 'VersionData'
    },
    Title: title,
    PathOnClient: `${title}.txt`
  });
  const headers = { 'content-type': 'multipart/form-data; boundary=b' };

  test('should fill several records of a collection', async () => {
    const body = form([version('One', 'first'), version('Two', 'second')], {
      first: 'the first file',
      second: 'the second'
    });

    const answer = await http.call('POST', '/composite/sobjects', { body, headers, as: admin });

    expect(answer.body).toMatchObject([{ success: true }, { success: true }]);
    const [file1] = answer.body as { id: string }[];
    const file = await http.call('GET', `/sobjects/ContentVersion/${file1?.id ?? ''}/VersionData`);
    expect(file.bytes.toString('utf8')).toBe('the first file');
  });

  test('should be refused when a record names a part that is not there', async () => {
    const body = form([version('One', 'lost')], { first: 'the first file' });

    const answer = await http.call('POST', '/composite/sobjects', { body, headers });

    expect(answer).toMatchObject({ status: 400, body: [{ errorCode: 'JSON_PARSER_ERROR' }] });
  });
});
