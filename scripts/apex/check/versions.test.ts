import { compileErrors } from '../testing/index.ts';

// https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/versioned_behavior_changes.htm

const shapes = `public abstract class Shape { abstract Integer area(); }`;
const secured = `public class Reader { List<Account> read() { return [SELECT Id FROM Account WITH SECURITY_ENFORCED]; } }`;

const messagesOf = (...texts: readonly string[]): readonly string[] =>
  compileErrors(...texts).map(({ message }) => message);

test('should ask abstract methods for an access modifier from API version 65 on', () => {
  expect(messagesOf(`// API 64\n${shapes}`)).toEqual([]);
  expect(messagesOf(`// API 65\n${shapes}`)).toEqual([
    'Abstract methods require at least one of the following: global, public, protected'
  ]);
});

test('should refuse WITH SECURITY_ENFORCED from API version 67 on', () => {
  expect(messagesOf(`// API 66\n${secured}`)).toEqual([]);
  expect(messagesOf(`// API 67\n${secured}`)).toEqual([
    'WITH SECURITY_ENFORCED is not supported in API version 67.0 and later, use WITH USER_MODE'
  ]);
});
