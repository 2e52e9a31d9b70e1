import fc from 'fast-check';
import { UserError } from '../../../shared/index.ts';
import type { FlowEntry } from './flowCatalogue.ts';
import { quoted, readRun, runScript } from './runScript.ts';

function entry(type: string, more: Partial<FlowEntry> = {}): FlowEntry {
  const parameter = { name: 'value', label: 'Value', description: '', type, required: false };
  return {
    kind: 'action',
    name: 'DoIt',
    label: 'Do it',
    description: '',
    note: '',
    isRunnable: true,
    inputs: [parameter],
    outputs: [parameter],
    ...more
  };
}

describe('The script that runs an action', () => {
  test.each([
    ['String', "it's", String.raw`'value' => 'it\'s'`],
    ['Boolean', 'True', "'value' => true"],
    ['Id', '006000000000001AAA', "'value' => Id.valueOf('006000000000001AAA')"],
    ['Integer', '7', "'value' => Integer.valueOf('7')"],
    ['Decimal', '7.5', "'value' => Decimal.valueOf('7.5')"],
    ['Date', '2026-11-24', "'value' => Date.valueOf('2026-11-24')"],
    [
      'List<FieldOverride>',
      '{"field":"Title"}',
      `'value' => new List<FieldOverride>{ (FieldOverride) JSON.deserialize('{"field":"Title"}', FieldOverride.class) }`
    ],
    ['List<String>', 'a\nb', "'value' => new List<String>{ 'a', 'b' }"]
  ])('should write %s as Apex', (type, text, expected) => {
    expect(runScript(entry(type), { value: text })).toContain(expected);
  });

  test('should leave out what is empty', () => {
    expect(runScript(entry('String'), { value: ' ' })).toContain('new Map<String, Object>{  }');
  });

  test.each([
    ['Boolean', 'perhaps'],
    ['Id', '1); delete [SELECT Id FROM Account]; //'],
    ['Date', '24.11.2026'],
    ['Integer', '7.5'],
    ['FieldOverride', 'x'],
    ['FieldOverride', '[1]'],
    ['delete x; //', '{}']
  ])('should refuse what is no %s', (type, text) => {
    expect(() => runScript(entry(type), { value: text })).toThrow(UserError);
  });

  test('should let no text out of its quotes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(quoted(text).slice(1, -1)).not.toMatch(/(?<!\\)(?:\\\\)*'|[\n\r]/);
      })
    );
  });

  test('should read the outputs of a flow', () => {
    const script = runScript(entry('String', { kind: 'flow' }), {});

    expect(script).toContain("createInterview('DoIt'");
    expect(script).toContain("interview.getVariableValue('value')");
  });
});

describe('The log of a run', () => {
  test('should hold the result', () => {
    const log = '66.0\n1|USER_DEBUG|[9]|DEBUG|FLOWS_PAGE_RESULT {"isSuccess":true,"outputs":{}}\n';

    expect(readRun(log)).toEqual({ isSuccess: true, outputs: {} });
    expect(readRun('66.0')).toBeUndefined();
  });
});
