import { isUnsure, type Maybe } from '../kernel/unsure.ts';
import type { EnvironmentEntry } from '../model/service.ts';

/** Variables that switch a debugger or a development mode on, with the values that do not. */
const switches: Readonly<Record<string, RegExp>> = {
  DEBUG: /^(?:|0|false|no|off)$/i,
  FLASK_DEBUG: /^(?:|0|false|no|off)$/i,
  DJANGO_DEBUG: /^(?:|0|false|no|off)$/i,
  FLASK_ENV: /^(?!development$)/i,
  NODE_ENV: /^(?!development$)/i,
  RAILS_ENV: /^(?!development$)/i,
  APP_ENV: /^(?!(?:dev|development|local)$)/i,
  ASPNETCORE_ENVIRONMENT: /^(?!development$)/i,
  APP_DEBUG: /^(?:|0|false|no|off)$/i,
};

/** True where an entry asks for debugging; unresolved where a variable decides. */
export function isDebugging({ settings }: EnvironmentEntry): Maybe<boolean> {
  const harmless = Object.hasOwn(switches, settings.name) ? switches[settings.name] : undefined;
  const value = settings.value?.value;
  if (settings.name === 'NODE_OPTIONS')
    return typeof value === 'string' ? /--inspect\b|--inspect-brk\b/.test(value) : false;
  if (!harmless) return false;
  if (value === undefined || isUnsure(value)) return value === undefined ? false : value;
  return !harmless.test(value);
}
