import type { ApexContext } from '../platform/index.ts';
import { nullPrimitive } from '../runtime/index.ts';
import type { ApexType } from '../runtime/index.ts';
import { lenient, primitiveStatics } from './arguments.ts';
import { deserialize, readJson, toJson, untyped } from './json/index.ts';
import { ApexJsonGenerator } from './JSONGenerator.ts';
import { ApexJsonParser } from './JSONParser.ts';
import { nativeClass } from './native.ts';
import type { NativeFunction, NativeType } from './native.ts';

const serialize =
  (pretty: boolean): NativeFunction =>
  (context: ApexContext, value: unknown, suppressNulls?: boolean | null) =>
    toJson(context, value, { pretty, suppressNulls: suppressNulls === true });

const read =
  (strict: boolean): NativeFunction =>
  (context: ApexContext, text: string | null, type: ApexType | null) => {
    if (text === null || type === null) throw nullPrimitive();
    return deserialize(context, readJson(text), { type: type.name, strict });
  };

/** https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_class_System_Json.htm */
export const jsonType: NativeType = nativeClass('JSON', {
  'static String serialize(Object value)': serialize(false),
  'static String serialize(Object value, Boolean suppressApexObjectNulls)': serialize(false),
  'static String serializePretty(Object value)': serialize(true),
  'static String serializePretty(Object value, Boolean suppressApexObjectNulls)': serialize(true),
  'static Object deserialize(String text, Type type)': read(false),
  'static Object deserializeStrict(String text, Type type)': read(true),
  'static Object deserializeUntyped(String text)': primitiveStatics((text: string) =>
    untyped(readJson(text))
  ),
  'static JSONParser createParser(String text)': primitiveStatics(
    (text: string) => new ApexJsonParser(text)
  ),
  'static JSONGenerator createGenerator(Boolean prettyPrint)': lenient(
    (pretty: boolean | null) => new ApexJsonGenerator(pretty === true)
  )
});
