const namespace = 'xmlns="http://soap.sforce.com/2006/04/metadata"';

function field(name: string, content: string): string {
  return `<CustomField ${namespace}><fullName>${name}</fullName><label>${name}</label>${content}</CustomField>`;
}

const object = `<CustomObject ${namespace}>
  <deploymentStatus>Deployed</deploymentStatus><label>Order</label><pluralLabel>Orders</pluralLabel>
  <nameField><label>Name</label><type>Text</type></nameField><sharingModel>ReadWrite</sharingModel>
  <enableSearch>true</enableSearch>
</CustomObject>`;

const permissions = ['Code__c', 'Amount__c', 'Note__c', 'Account__c', 'Parent__c']
  .map(
    (name) =>
      `<fieldPermissions><editable>true</editable><field>Order__c.${name}</field><readable>true</readable></fieldPermissions>`
  )
  .join('');

const clerk = `<PermissionSet ${namespace}>
  ${permissions}<hasActivationRequired>false</hasActivationRequired><label>Order Clerk</label>
  <objectPermissions>
    <allowCreate>true</allowCreate><allowDelete>false</allowDelete><allowEdit>true</allowEdit>
    <allowRead>true</allowRead><modifyAllRecords>false</modifyAllRecords><object>Order__c</object>
    <viewAllRecords>false</viewAllRecords>
  </objectPermissions>
</PermissionSet>`;

const trigger = `trigger Orders on Order__c (before insert, before update) {
  for (Order__c record : Trigger.new) {
    if (record.Name == 'bad') record.Name.addError('Not like this.');
    if (record.Name == 'worse') throw new OrderException('Boom');
  }
}`;

const action = `public with sharing class OrderAction {
  public class Request {
    @InvocableVariable(label='Name' required=true description='What to call it') public String name;
    @InvocableVariable public Decimal amount;
    @InvocableVariable public List<String> notes;
    @InvocableVariable public Account customer;
  }
  public class Result {
    @InvocableVariable public Id orderId;
    @InvocableVariable public String text;
  }
  @InvocableMethod(label='Place Order' description='Places an order')
  public static List<Result> run(List<Request> requests) {
    List<Order__c> records = new List<Order__c>();
    for (Request each : requests) {
      if (each.name == 'refuse') throw new OrderException('No more orders.');
      records.add(new Order__c(Name = each.name, Amount__c = each.amount));
    }
    insert records;
    List<Result> results = new List<Result>();
    for (Order__c record : records) {
      Result result = new Result();
      result.orderId = record.Id;
      result.text = 'Placed ' + record.Name;
      results.add(result);
    }
    return results;
  }
}`;

const resource = `@RestResource(urlMapping='/orders/*')
global with sharing class OrderResource {
  @HttpGet global static String find() { return RestContext.request.requestURI; }
  @HttpPost global static Id add(String name, Decimal amount) {
    Order__c record = new Order__c(Name = name, Amount__c = amount);
    insert record;
    RestContext.response.statusCode = 201;
    return record.Id;
  }
  @HttpPut global static void raw() {
    RestContext.response.responseBody = RestContext.request.requestBody;
    RestContext.response.addHeader('Content-Type', 'text/plain');
  }
  @HttpDelete global static void fail() {
    insert new Order__c(Name = 'rolled back');
    throw new OrderException('Boom');
  }
}`;

const flow = `<Flow ${namespace}>
  <apiVersion>66.0</apiVersion><label>Greet</label><processType>AutoLaunchedFlow</processType><status>Active</status>
  <interviewLabel>Greet</interviewLabel><description>Says hello</description>
  <assignments><name>Set</name><label>Set</label><locationX>0</locationX><locationY>0</locationY>
    <assignmentItems><assignToReference>greeting</assignToReference><operator>Assign</operator>
      <value><elementReference>text</elementReference></value></assignmentItems></assignments>
  <formulas><name>text</name><dataType>String</dataType><expression>"Hello " &amp; {!name}</expression></formulas>
  <start><locationX>0</locationX><locationY>0</locationY><connector><targetReference>Set</targetReference></connector></start>
  <variables><name>name</name><dataType>String</dataType><isCollection>false</isCollection><isInput>true</isInput><isOutput>false</isOutput></variables>
  <variables><name>greeting</name><dataType>String</dataType><isCollection>false</isCollection><isInput>false</isInput><isOutput>true</isOutput></variables>
</Flow>`;

/** An order book: an object with a unique external id, a trigger that refuses, Apex and a flow to call. */
export const orderProject: Readonly<Record<string, string>> = {
  'objects/Order__c/Order__c.object-meta.xml': object,
  'objects/Order__c/fields/Code__c.field-meta.xml': field(
    'Code__c',
    '<type>Text</type><length>40</length><externalId>true</externalId><unique>true</unique><caseSensitive>false</caseSensitive>'
  ),
  'objects/Order__c/fields/Ticket__c.field-meta.xml': field(
    'Ticket__c',
    '<type>Text</type><length>40</length><externalId>true</externalId>'
  ),
  'objects/Order__c/fields/Amount__c.field-meta.xml': field(
    'Amount__c',
    '<type>Number</type><precision>10</precision><scale>2</scale>'
  ),
  'objects/Order__c/fields/Note__c.field-meta.xml': field(
    'Note__c',
    '<type>Text</type><length>80</length>'
  ),
  'objects/Order__c/fields/Secret__c.field-meta.xml': field(
    'Secret__c',
    '<type>Text</type><length>80</length>'
  ),
  'objects/Order__c/fields/Account__c.field-meta.xml': field(
    'Account__c',
    '<type>Lookup</type><referenceTo>Account</referenceTo><relationshipName>Orders</relationshipName><relationshipLabel>Orders</relationshipLabel>'
  ),
  'objects/Order__c/fields/Parent__c.field-meta.xml': field(
    'Parent__c',
    '<type>Lookup</type><referenceTo>Order__c</referenceTo><relationshipName>Parts</relationshipName><relationshipLabel>Parts</relationshipLabel>'
  ),
  'permissionsets/Order_Clerk.permissionset-meta.xml': clerk,
  'flows/Greet.flow-meta.xml': flow,
  'OrderException.cls': 'public class OrderException extends Exception {}',
  'OrderAction.cls': action,
  'OrderResource.cls': resource,
  'Orders.trigger': trigger
};
