/** Finds the value of `$Credential.X.y`; undefined when there is none. */
export type CredentialLookup = (credential: string, parameter: string) => string | undefined;

const expressionPattern = /\{!((?:'(?:[^'\\]|\\.)*'|[^}'])*)\}/g;
const tokenPattern =
  /\s*(?:'((?:[^'\\]|\\.)*)'|\$Credential\.([A-Za-z]\w*)\.([A-Za-z]\w*)|(BASE64ENCODE|BLOB|URLENCODE)\s*\(|([&+)]))/iy;

/**
 * Replaces each `{!…}` by its value. Understood are text, `$Credential.Name.Parameter`, `&`, `+`, `BASE64ENCODE`, `BLOB`
 * and `URLENCODE`, which is what credential headers use:
 * https://help.salesforce.com/s/articleView?id=sf.nc_formulas_in_headers.htm
 * @throws Error for any other formula and for a parameter without a value
 */
export function fillMergeFields(text: string, lookup: CredentialLookup): string {
  return text.replaceAll(expressionPattern, (_whole, source: string) => evaluate(source, lookup));
}

/** Does the text hold an expression that needs a credential? */
export function usesCredential(text: string): boolean {
  return /\{![^}]*\$Credential\./i.test(text);
}

function evaluate(source: string, lookup: CredentialLookup): string {
  const reader = new RegExp(tokenPattern);
  const value = sum();
  if (source.slice(reader.lastIndex).trim() !== '') throw unsupported(source);
  return value;

  function sum(): string {
    let text = term();
    for (;;) {
      const start = reader.lastIndex;
      const operator = reader.exec(source)?.[5];
      if (operator === undefined || operator === ')') {
        reader.lastIndex = start;
        return text;
      }
      text += term();
    }
  }

  function term(): string {
    const [, quoted, credential, name = '', callee] = reader.exec(source) ?? [];
    if (quoted !== undefined) return quoted.replaceAll(/\\(.)/g, '$1');
    if (credential !== undefined) return parameter(credential, name);
    return callOf(callee);
  }

  function callOf(callee: string | undefined): string {
    if (callee === undefined) throw unsupported(source);
    const inner = sum();
    if (reader.exec(source)?.[5] !== ')') throw unsupported(source);
    return call(callee.toUpperCase(), inner);
  }

  function parameter(credential: string, name: string): string {
    const found = lookup(credential, name);
    if (found === undefined) throw new Error(`Unable to find $Credential.${credential}.${name}`);
    return found;
  }
}

function call(name: string, text: string): string {
  if (name === 'BASE64ENCODE') return Buffer.from(text, 'utf8').toString('base64');
  return name === 'URLENCODE' ? encodeURIComponent(text) : text;
}

function unsupported(source: string): Error {
  return new Error(`The formula {!${source}} is not supported in a credential by the local org.`);
}
