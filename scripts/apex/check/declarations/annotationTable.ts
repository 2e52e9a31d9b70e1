/**
 * Annotations and their parameters, in lower case; `*` takes any.
 * https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_classes_annotation.htm
 */
export const annotationParameters: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    auraenabled: ['cacheable', 'continuation', 'scope'],
    deprecated: [],
    future: ['callout', 'limits'],
    httpdelete: [],
    httpget: [],
    httppatch: [],
    httppost: [],
    httpput: [],
    invocablemethod: [
      'callout',
      'capabilitytype',
      'category',
      'configurationeditor',
      'description',
      'iconname',
      'label'
    ],
    invocablevariable: ['defaultvalue', 'description', 'label', 'placeholdertext', 'required'],
    istest: ['seealldata', 'isparallel', 'oninstall', 'critical', 'testfor'],
    jsonaccess: ['serializable', 'deserializable'],
    namespaceaccessible: [],
    readonly: [],
    remoteaction: [],
    restresource: ['urlmapping'],
    suppresswarnings: ['*'],
    testsetup: [],
    testvisible: []
  })
);
