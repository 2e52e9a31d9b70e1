import { developerGuide, runExamples } from './testing/examples.ts';
import type { Example } from './testing/examples.ts';

// Triggers and the order of execution: https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_triggers_order_of_execution.htm

const namespace = 'xmlns="http://soap.sforce.com/2006/04/metadata"';

/** Everything that happens to a merchandise says so. */
const steps: Readonly<Record<string, string>> = {
  'Steps.trigger': `trigger Steps on Merchandise__c (before insert, before update, after insert, after update, before delete, after delete, after undelete) {
    System.debug(Trigger.operationType + ' ' + (Trigger.new == null ? Trigger.old[0].Description__c : Trigger.new[0].Description__c));
    if (Trigger.isBefore && !Trigger.isDelete) {
      for (Merchandise__c m : Trigger.new) {
        if (m.Name == 'set by trigger') m.Price__c = -1;
        if (m.Name == 'refused') m.addError('Refused by the trigger');
        if (m.Name == 'refused field') m.Price__c.addError('Refused at the field');
        if (m.Name == 'bomb') throw new IllegalArgumentException('bomb');
      }
    }
    if (Trigger.isAfter && Trigger.isInsert && Trigger.new[0].Name == 'again') {
      update new Merchandise__c(Id = Trigger.new[0].Id, Description__c = 'again');
    }
    if (Trigger.isAfter && Trigger.isInsert && Trigger.new[0].Name == 'read only') {
      Trigger.new[0].Description__c = 'x';
    }
    if (Trigger.isAfter && Trigger.isUpdate && Trigger.new[0].Name == 'for ever') {
      update new Merchandise__c(Id = Trigger.new[0].Id, Description__c = 'x');
    }
  }`,
  'LineSteps.trigger': `trigger LineSteps on Line_Item__c (before insert, after insert, before delete) {
    System.debug('line ' + Trigger.operationType + ' ' + Trigger.size);
  }`,
  'InvoiceSteps.trigger': `trigger InvoiceSteps on Invoice_Statement__c (before insert, after update) {
    System.debug('invoice ' + Trigger.operationType + ' ' + Trigger.new[0].Total__c);
  }`,
  'objects/Merchandise__c/validationRules/Positive.validationRule-meta.xml': `<ValidationRule ${namespace}>
    <fullName>Positive</fullName><active>true</active><errorConditionFormula>Price__c &lt; 0</errorConditionFormula>
    <errorDisplayField>Price__c</errorDisplayField><errorMessage>Must be positive</errorMessage></ValidationRule>`,
  'flows/Before.flow-meta.xml': `<Flow ${namespace}><label>Before</label><processType>AutoLaunchedFlow</processType><status>Active</status>
    <start><connector><targetReference>Set</targetReference></connector><object>Merchandise__c</object>
      <recordTriggerType>Create</recordTriggerType><triggerType>RecordBeforeSave</triggerType></start>
    <assignments><name>Set</name><assignmentItems><assignToReference>$Record.Description__c</assignToReference><operator>Assign</operator>
      <value><stringValue>by flow</stringValue></value></assignmentItems></assignments></Flow>`,
  'flows/After.flow-meta.xml': `<Flow ${namespace}><label>After</label><processType>AutoLaunchedFlow</processType><status>Active</status>
    <start><connector><targetReference>Add</targetReference></connector><object>Merchandise__c</object>
      <filterLogic>and</filterLogic><filters><field>Name</field><operator>EqualTo</operator><value><stringValue>with task</stringValue></value></filters>
      <recordTriggerType>Create</recordTriggerType><triggerType>RecordAfterSave</triggerType></start>
    <recordCreates><name>Add</name><object>Task</object><inputAssignments><field>Subject</field>
      <value><stringValue>from flow</stringValue></value></inputAssignments></recordCreates></Flow>`,
  'TaskSteps.trigger': `trigger TaskSteps on Task (before insert) { System.debug('task of flow'); }`
};

const page = 'apex_triggers_order_of_execution';
const inserted = (name: string) => `insert new Merchandise__c(Name = '${name}', Price__c = 1);`;
const refusal = (text: string) =>
  `System.DmlException: Insert failed. First exception on row 0; first error: ${text}`;

const order: readonly Example[] = [
  {
    page,
    title: 'system validation of what the request gives comes before everything',
    apex: `System.debug(Database.insert(new Merchandise__c(Name = 'x'.repeat(100)), false).getErrors()[0].getStatusCode());`,
    says: ['STRING_TOO_LONG']
  },
  {
    page,
    title: 'before-save flows run before the before triggers, after triggers follow the save',
    apex: inserted('plain'),
    says: ['BEFORE_INSERT by flow', 'AFTER_INSERT by flow']
  },
  {
    page,
    title: 'validation rules see what before triggers have set',
    apex: inserted('set by trigger'),
    says: [
      'BEFORE_INSERT by flow',
      refusal('FIELD_CUSTOM_VALIDATION_EXCEPTION, Must be positive: [Price__c]')
    ]
  },
  {
    page,
    title: 'the record has its id, and can be found, in after triggers only',
    apex: `${inserted('plain')} System.debug([SELECT COUNT() FROM Merchandise__c]);`,
    says: ['BEFORE_INSERT by flow', 'AFTER_INSERT by flow', '1']
  },
  {
    page,
    title:
      'after-save flows come after the after triggers, and what they save has its own triggers',
    apex: inserted('with task'),
    says: ['BEFORE_INSERT by flow', 'AFTER_INSERT by flow', 'task of flow']
  },
  {
    page,
    title: 'roll-ups of the parent come last, and the parent goes through its own save',
    apex: `Invoice_Statement__c invoice = new Invoice_Statement__c(Name = 'I'); insert invoice;
      insert new List<Line_Item__c>{
        new Line_Item__c(Name = 'a', Invoice_Statement__c = invoice.Id, Amount__c = 2),
        new Line_Item__c(Name = 'b', Invoice_Statement__c = invoice.Id, Amount__c = 3) };
      System.debug([SELECT Total__c FROM Invoice_Statement__c].Total__c);`,
    says: [
      'invoice BEFORE_INSERT null',
      'line BEFORE_INSERT 2',
      'line AFTER_INSERT 2',
      'invoice AFTER_UPDATE 5.00',
      '5.00'
    ]
  },
  {
    page,
    title: 'a save within a save goes through all of it again',
    apex: inserted('again'),
    says: [
      'BEFORE_INSERT by flow',
      'AFTER_INSERT by flow',
      'BEFORE_UPDATE again',
      'AFTER_UPDATE again'
    ]
  },
  {
    page,
    title: 'partial success: good records go through the triggers again without the failed ones',
    apex: `Database.insert(new List<Merchandise__c>{ new Merchandise__c(Name = 'good', Price__c = 1), new Merchandise__c(Name = 'refused', Price__c = 1) }, false);
      System.debug([SELECT COUNT() FROM Merchandise__c]);`,
    says: [
      'BEFORE_INSERT by flow',
      'AFTER_INSERT by flow',
      'BEFORE_INSERT by flow',
      'AFTER_INSERT by flow',
      '1'
    ]
  }
];

const context: readonly Example[] = [
  {
    page: 'apex_triggers_context_variables',
    title: 'deletes have Trigger.old, undeletes Trigger.new',
    apex: `Merchandise__c m = new Merchandise__c(Name = 'm', Price__c = 1); insert m; delete m; undelete m;`,
    says: [
      'BEFORE_INSERT by flow',
      'AFTER_INSERT by flow',
      'BEFORE_DELETE by flow',
      'AFTER_DELETE by flow',
      'AFTER_UNDELETE by flow'
    ]
  },
  {
    page: 'apex_triggers_context_variables_considerations',
    title: 'Trigger.new cannot be changed in after triggers',
    apex: inserted('read only'),
    says: [
      'BEFORE_INSERT by flow',
      'AFTER_INSERT by flow',
      /CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY, Steps: execution of AfterInsert\n\ncaused by: System\.FinalException: Record is read-only/
    ]
  },
  {
    page: 'apex_triggers_exceptions',
    title: 'addError at the record',
    apex: inserted('refused'),
    says: [
      'BEFORE_INSERT by flow',
      refusal('FIELD_CUSTOM_VALIDATION_EXCEPTION, Refused by the trigger: []')
    ]
  },
  {
    page: 'apex_triggers_exceptions',
    title: 'addError at a field',
    apex: inserted('refused field'),
    says: [
      'BEFORE_INSERT by flow',
      refusal('FIELD_CUSTOM_VALIDATION_EXCEPTION, Refused at the field: [Price__c]')
    ]
  },
  {
    page: 'apex_triggers_exceptions',
    title: 'an exception that a trigger does not catch fails every record of the chunk',
    apex: `Database.SaveResult[] results = Database.insert(new List<Merchandise__c>{ new Merchandise__c(Name = 'good', Price__c = 1), new Merchandise__c(Name = 'bomb', Price__c = 1) }, false);
      System.debug(results[0].isSuccess() + ' ' + results[1].getErrors()[0].getStatusCode());`,
    says: [/^BEFORE_INSERT/, 'false CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY']
  },
  {
    page: 'apex_triggers_bulk_idioms',
    title: 'a trigger sees at most 200 records at a time',
    apex: `Invoice_Statement__c invoice = new Invoice_Statement__c(Name = 'I'); insert invoice;
      List<Line_Item__c> lines = new List<Line_Item__c>();
      for (Integer i = 0; i < 450; i++) lines.add(new Line_Item__c(Name = 'l', Invoice_Statement__c = invoice.Id, Amount__c = 1));
      insert lines;`,
    says: [
      'invoice BEFORE_INSERT null',
      'line BEFORE_INSERT 200',
      'line AFTER_INSERT 200',
      'invoice AFTER_UPDATE 200.00',
      'line BEFORE_INSERT 200',
      'line AFTER_INSERT 200',
      'invoice AFTER_UPDATE 400.00',
      'line BEFORE_INSERT 50',
      'line AFTER_INSERT 50',
      'invoice AFTER_UPDATE 450.00'
    ]
  },
  {
    page: 'apex_triggers_ignore',
    title: 'cascading deletes run no triggers of the details',
    apex: `Invoice_Statement__c invoice = new Invoice_Statement__c(Name = 'I'); insert invoice;
      insert new Line_Item__c(Name = 'l', Invoice_Statement__c = invoice.Id, Amount__c = 1);
      delete invoice;
      System.debug([SELECT COUNT() FROM Line_Item__c]);`,
    says: [
      'invoice BEFORE_INSERT null',
      'line BEFORE_INSERT 1',
      'line AFTER_INSERT 1',
      'invoice AFTER_UPDATE 1.00',
      '0'
    ]
  },
  {
    page: 'apex_triggers_order_of_execution',
    title: 'a trigger that saves its own records for ever is stopped',
    apex: `try {
        Merchandise__c m = new Merchandise__c(Name = 'for ever', Price__c = 1);
        insert m;
        update m;
      } catch (DmlException e) { System.debug(e.getMessage().contains('maximum trigger depth exceeded')); }`,
    says: [
      'BEFORE_INSERT by flow',
      'AFTER_INSERT by flow',
      ...Array.from({ length: 32 }, () => /_UPDATE/),
      'true'
    ]
  }
];

runExamples(developerGuide, [...order, ...context], steps);
