import { nativeEnum } from '../../../apex/index.ts';
import type { ApexContext, NativeMembers } from '../../../apex/index.ts';
import { textOf } from '../../../apex/runtime/index.ts';
import type { ApexEnumValue } from '../../../apex/runtime/index.ts';
import { hostOf, logLevels } from '../../runtime/index.ts';
import type { LogLevel } from '../../runtime/index.ts';

/** https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_enum_System_LoggingLevel.htm */
export const loggingLevel = nativeEnum('LoggingLevel', [
  ...['NONE', 'INTERNAL', 'FINEST', 'FINER', 'FINE', 'DEBUG', 'INFO', 'WARN', 'ERROR']
]);

function debug(context: ApexContext, value: unknown, level: LogLevel = 'DEBUG'): void {
  const { transaction, services } = hostOf(context);
  transaction.log.debug(level, services.currentLine(), textOf(value));
}

function levelOf(value: ApexEnumValue | null): LogLevel {
  return logLevels.find((level) => level === value?.name) ?? 'DEBUG';
}

export const debugMembers: NativeMembers = {
  'static void debug(Object value)': (context: ApexContext, value: unknown) =>
    debug(context, value),
  'static void debug(LoggingLevel level, Object value)': (
    context: ApexContext,
    level: ApexEnumValue | null,
    value: unknown
  ) => debug(context, value, levelOf(level))
};
