import { readLogging } from '../compose/read/attachments.ts';
import { memo } from '../kernel/memo.ts';
import { isUnsure, type Maybe } from '../kernel/unsure.ts';
import type { Logging, Service } from '../model/service.ts';

export const loggingOf = memo((service: Service): Logging | undefined => {
  const settings = readLogging(service.settings.value);
  return settings && { service, settings, place: settings.place };
});

/**
 * Whether old output is dropped. Of the engine's drivers only `json-file`, its default, keeps everything unless it is told otherwise; `local`
 * rotates by itself, and the others hand the output on. Source: Docker documentation, "Configure logging drivers".
 */
export function isRotated({ settings }: Logging): Maybe<boolean> {
  const driver = settings.driver?.value ?? 'json-file';
  if (isUnsure(driver)) return driver;
  if (driver !== 'json-file') return true;
  const size = settings.options.find(({ name }) => name === 'max-size')?.value;
  if (!size) return false;
  return isUnsure(size.value) ? size.value : !/^-1\w?$/.test(size.value);
}
