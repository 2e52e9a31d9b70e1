import { aRecord } from '../dml/testing/org.ts';
import { runAutolaunched } from './index.ts';
import type { ActionResult, FlowValue } from './index.ts';
import {
  aFlowOrg,
  assign,
  autolaunched,
  collection,
  connector,
  input,
  output,
  ref,
  text,
  variable
} from './testing/flowOrg.ts';
import type { FlowOrg } from './testing/flowOrg.ts';

const access = { accessLevel: 'system', sharing: false } as const;

function run(target: FlowOrg, inputs: readonly Record<string, FlowValue>[] = [{}], name = 'Test') {
  const flow = target.flows.library.find(name);
  if (flow === undefined) throw new Error('no such flow');
  return runAutolaunched(target.flows, flow, { inputs, access });
}

test('should calculate with variables, constants, formulas and templates', () => {
  const target = aFlowOrg({
    'Flow:Test': autolaunched(
      'Set',
      `${assign('Set', [
        ['total', 'Add', ref('amount')],
        ['total', 'Add', '<value><numberValue>5</numberValue></value>'],
        ['message', 'Assign', ref('greeting')]
      ])}
      ${variable('amount', 'Number', input)}${variable('total', 'Number', output)}${variable('message', 'String', output)}
      <formulas><name>doubled</name><dataType>Number</dataType><expression>{!total} * 2</expression></formulas>
      <textTemplates><name>greeting</name><text>Twice is {!doubled}</text></textTemplates>`
    )
  });

  expect(run(target, [{ amount: 2 }])[0]?.outputs).toEqual({ total: 7, message: 'Twice is 14' });
});

test('should decide by condition logic, else by default', () => {
  const condition = (value: string) =>
    `<conditions><leftValueReference>word</leftValueReference><operator>EqualTo</operator>${text(value, 'rightValue')}</conditions>`;
  const target = aFlowOrg({
    'Flow:Test': autolaunched(
      'Choose',
      `<decisions><name>Choose</name>${connector('Other', 'defaultConnector')}
        <rules><name>known</name><conditionLogic>1 OR 2</conditionLogic>${condition('a')}${condition('b')}${connector('Known')}</rules></decisions>
      ${assign('Known', [['result', 'Assign', text('known')]])}
      ${assign('Other', [['result', 'Assign', text('other')]])}
      ${variable('word', 'String', input)}${variable('result', 'String', output)}`
    )
  });

  const results = run(target, [{ word: 'a' }, { word: 'b' }, { word: 'c' }]);

  expect(results.map(({ outputs }) => outputs['result'])).toEqual(['known', 'known', 'other']);
});

const loopFlow = autolaunched(
  'Get',
  `<recordLookups><name>Get</name><object>Offer__c</object><getFirstRecordOnly>false</getFirstRecordOnly>
    <filterLogic>and</filterLogic><filters><field>Name</field><operator>StartsWith</operator>${text('O')}</filters>
    <sortField>Name</sortField><sortOrder>Desc</sortOrder><storeOutputAutomatically>true</storeOutputAutomatically>
    ${connector('Each')}</recordLookups>
  <loops><name>Each</name><collectionReference>Get</collectionReference>${connector('Mark', 'nextValueConnector')}${connector('Save', 'noMoreValuesConnector')}</loops>
  ${assign(
    'Mark',
    [
      ['Each.Note__c', 'Assign', ref('Each.Name')],
      ['changed', 'Add', ref('Each')],
      ['names', 'Add', ref('Each.Name')]
    ],
    'Each'
  )}
  <recordUpdates><name>Save</name><inputReference>changed</inputReference></recordUpdates>
  ${variable('changed', 'SObject', `${collection}<objectType>Offer__c</objectType>`)}${variable('names', 'String', output)}`
);

test('should get records, loop over them and update them in one statement', () => {
  const target = aFlowOrg({ 'Flow:Test': loopFlow });
  const results = target.dml({
    operation: 'insert',
    records: ['O1', 'O2', 'X'].map((Name) => aRecord('clazar__Offer__c', { Name }))
  });
  target.counted.length = 0;

  const [result] = run(target);

  expect(result?.outputs['names']).toBe('O2O1');
  expect(
    target.org.store
      .get(
        'clazar__Offer__c',
        results.map(({ id }) => id ?? '')
      )
      .map((row) => row['clazar__Note__c'])
  ).toEqual(['O1', 'O2', null]);
  expect(target.counted).toEqual(['query 2', 'dmlStatements 1', 'dmlRows 2']);
});

test('should update and delete what filters find', () => {
  const filters = `<filterLogic>and</filterLogic><filters><field>Name</field><operator>EqualTo</operator>${ref('name')}</filters>`;
  const target = aFlowOrg({
    'Flow:Test': autolaunched(
      'Change',
      `<recordUpdates><name>Change</name><object>Offer__c</object>${filters}
        <inputAssignments><field>Note__c</field>${text('changed')}</inputAssignments></recordUpdates>${variable('name', 'String', input)}`
    ),
    'Flow:Remove': autolaunched(
      'Remove',
      `<recordDeletes><name>Remove</name><object>Offer__c</object>${filters}</recordDeletes>${variable('name', 'String', input)}`
    )
  });
  target.dml({
    operation: 'insert',
    records: ['a', 'b'].map((Name) => aRecord('clazar__Offer__c', { Name }))
  });

  run(target, [{ name: 'a' }]);
  run(target, [{ name: 'b' }], 'clazar__Remove');

  const rows = target.org.store.find('clazar__Offer__c', 'Name', ['a', 'b']);
  expect(rows.map((row) => [row['Name'], row['clazar__Note__c']])).toEqual([['a', 'changed']]);
});

const actionFlow = autolaunched(
  'Call',
  `<actionCalls><name>Call</name><actionName>AcceptOffer</actionName><actionType>apex</actionType>
    <inputParameters><name>offerId</name>${ref('id')}</inputParameters>
    <outputParameters><assignToReference>answer</assignToReference><name>status</name></outputParameters>
    <storeOutputAutomatically>true</storeOutputAutomatically>${connector('Tell', 'faultConnector')}</actionCalls>
  ${assign('Tell', [['answer', 'Assign', ref('$Flow.FaultMessage')]])}
  ${variable('id', 'String', input)}${variable('answer', 'String', output)}`
);

test('should call an action once for all interviews, and give each its own outputs', () => {
  const target = aFlowOrg({ 'Flow:Test': actionFlow });
  target.answer = ({ inputs }) =>
    inputs.map(({ offerId }) => ({
      error: undefined,
      outputs: { status: ['done', offerId ?? null] }
    }));

  const results = run(target, [{ id: '1' }, { id: '2' }]);

  expect(target.calls).toEqual([
    { type: 'apex', name: 'AcceptOffer', inputs: [{ offerId: '1' }, { offerId: '2' }] }
  ]);
  expect(results.map(({ outputs }) => outputs['answer'])).toEqual([
    ['done', '1'],
    ['done', '2']
  ]);
});

test('should send only the interviews whose action failed down the fault path', () => {
  const target = aFlowOrg({ 'Flow:Test': actionFlow });
  target.answer = (): ActionResult[] => [
    { error: undefined, outputs: { status: 'fine' } },
    { error: 'An Apex error occurred: System.DmlException: no', outputs: {} }
  ];

  const results = run(target, [{ id: '1' }, { id: '2' }]);

  expect(results.map(({ outputs }) => outputs['answer'])).toEqual([
    'fine',
    'An Apex error occurred: System.DmlException: no'
  ]);
});

test('should run a subflow and take its outputs', () => {
  const target = aFlowOrg({
    'Flow:Test': autolaunched(
      'Sub',
      `<subflows><name>Sub</name><flowName>Half</flowName>
        <inputAssignments><name>number</name>${ref('given')}</inputAssignments>${connector('Take')}</subflows>
      ${assign('Take', [['result', 'Assign', ref('Sub.half')]])}
      ${variable('given', 'Number', input)}${variable('result', 'Number', output)}`
    ),
    'Flow:Half': autolaunched(
      'Halve',
      `${assign('Halve', [['half', 'Assign', ref('computed')]])}
      <formulas><name>computed</name><dataType>Number</dataType><expression>{!number} / 2</expression></formulas>
      ${variable('number', 'Number', input)}${variable('half', 'Number', output)}`
    )
  });

  const results = run(target, [{ given: 8 }, { given: 10 }]);

  expect(results.map(({ outputs }) => outputs['result'])).toEqual([4, 5]);
});

test('should follow relationships from a record', () => {
  const target = aFlowOrg({
    'Flow:Test': autolaunched(
      'Get',
      `<recordLookups><name>Get</name><object>Line__c</object><getFirstRecordOnly>true</getFirstRecordOnly>
        <storeOutputAutomatically>true</storeOutputAutomatically>${connector('Take')}</recordLookups>
      ${assign('Take', [['result', 'Assign', ref('Get.Offer__r.Name')]])}${variable('result', 'String', output)}`
    )
  });
  const [offer] = target.dml({
    operation: 'insert',
    records: [aRecord('clazar__Offer__c', { Name: 'Parent' })]
  });
  target.dml({
    operation: 'insert',
    records: [aRecord('clazar__Line__c', { clazar__Offer__c: offer?.id ?? null })]
  });

  expect(run(target)[0]?.outputs['result']).toBe('Parent');
});

test('should sort and filter collections', () => {
  const target = aFlowOrg({
    'Flow:Test': autolaunched(
      'Sort',
      `<collectionProcessors><name>Sort</name><collectionProcessorType>SortCollectionProcessor</collectionProcessorType>
        <collectionReference>numbers</collectionReference><sortOptions><sortOrder>Desc</sortOrder></sortOptions>${connector('Big')}</collectionProcessors>
      <collectionProcessors><name>Big</name><collectionProcessorType>FilterCollectionProcessor</collectionProcessorType>
        <assignNextValueToReference>item</assignNextValueToReference><collectionReference>numbers</collectionReference><conditionLogic>and</conditionLogic>
        <conditions><leftValueReference>item</leftValueReference><operator>GreaterThan</operator><rightValue><numberValue>1</numberValue></rightValue></conditions>${connector('Take')}</collectionProcessors>
      ${assign('Take', [
        ['kept', 'Assign', ref('Big')],
        ['count', 'AssignCount', ref('Big')]
      ])}
      ${variable('numbers', 'Number', input + collection)}${variable('kept', 'Number', output + collection)}${variable('count', 'Number', output)}${variable('item', 'Number')}`
    )
  });

  expect(run(target, [{ numbers: [1, 3, 2] }])[0]?.outputs).toEqual({ kept: [3, 2], count: 2 });
});

const withProcessType = (type: string): string =>
  `<label>X</label>\n<processType>${type}</processType><status>Active</status><start/>`;

test.each([
  ['a flow of another type', withProcessType('Survey'), 'The flow Bad is of the type Survey.'],
  [
    'an element that is not run',
    autolaunched('Wait', '<waits><name>Wait</name></waits>'),
    'The flow Bad has an element of the kind waits.'
  ],
  [
    'a screen',
    autolaunched('Ask', '<screens><name>Ask</name></screens>'),
    'The flow Bad has an element of the kind screens.'
  ],
  [
    'a part of an element that is not known',
    autolaunched(
      'Get',
      '<recordLookups><name>Get</name><object>Offer__c</object><secret>1</secret></recordLookups>'
    ),
    'The flow Bad has secret in recordLookups.'
  ],
  [
    'an action of another kind',
    autolaunched(
      'Post',
      '<actionCalls><name>Post</name><actionName>p</actionName><actionType>chatterPost</actionType></actionCalls>'
    ),
    'The flow Bad calls an action of the type chatterPost.'
  ],
  [
    'an action in a transaction of its own',
    autolaunched(
      'Call',
      '<actionCalls><name>Call</name><actionName>AcceptOffer</actionName><actionType>apex</actionType><flowTransactionModel>NewTransaction</flowTransactionModel></actionCalls>'
    ),
    'The flow Bad has the flowTransactionModel NewTransaction.'
  ],
  [
    'Apex that does not exist',
    autolaunched(
      'Call',
      '<actionCalls><name>Call</name><actionName>Gone</actionName><actionType>apex</actionType></actionCalls>'
    ),
    'The flow Bad calls the Apex class Gone, which does not exist.'
  ],
  [
    'a subflow that does not exist',
    autolaunched('Run', '<subflows><name>Run</name><flowName>Gone</flowName></subflows>'),
    'The flow Bad runs the flow Gone, which does not exist.'
  ],
  [
    'a frequency that is not known',
    autolaunched('', '').replace(
      connector(''),
      '<triggerType>Scheduled</triggerType><schedule><frequency>Monthly</frequency></schedule>'
    ),
    'The flow Bad has the frequency Monthly.'
  ],
  [
    'another trigger',
    autolaunched('', '').replace(connector(''), '<triggerType>Segment</triggerType>'),
    'The flow Bad is triggered by Segment.'
  ],
  [
    'an operator that is not known',
    autolaunched(
      'Get',
      '<recordLookups><name>Get</name><object>Offer__c</object><filters><field>Name</field><operator>Sounds</operator></filters></recordLookups>'
    ),
    'The flow Bad uses the operator Sounds, which is not known.'
  ],
  [
    'a way to process collections that is not known',
    autolaunched(
      'Map',
      '<collectionProcessors><name>Map</name><collectionProcessorType>RecommendationMapCollectionProcessor</collectionProcessorType></collectionProcessors>'
    ),
    'The flow Bad processes a collection with RecommendationMapCollectionProcessor.'
  ],
  [
    'a connector that leads nowhere',
    autolaunched('Gone', ''),
    'The flow Bad has a connector to Gone, which does not exist.'
  ],
  [
    'an object that does not exist',
    autolaunched(
      'Get',
      '<recordLookups><name>Get</name><object>Nothing__c</object></recordLookups>'
    ),
    'The flow Bad names the object Nothing__c, which does not exist.'
  ],
  [
    'a field that does not exist',
    autolaunched(
      'Get',
      '<recordLookups><name>Get</name><object>Offer__c</object><queriedFields>Id</queriedFields><queriedFields>No__c</queriedFields></recordLookups>'
    ),
    'The flow Bad names the field No__c, which clazar__Offer__c does not have.'
  ],
  [
    'a wrong formula',
    autolaunched('', '').replace(connector(''), '') +
      '<formulas><name>f</name><dataType>Number</dataType><expression>NOSUCH(1)</expression></formulas>',
    'The flow Bad has a wrong formula'
  ]
])('should refuse %s when it is loaded', (_what, xml, message) => {
  expect(() => aFlowOrg({ 'Flow:Bad': xml })).toThrow(message);
});
