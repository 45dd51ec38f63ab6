import { at } from '../compose/located.ts';
import { readKeyValues } from '../compose/read/key-values.ts';
import { unresolved } from '../kernel/unsure.ts';
import { serviceOf } from '../testing/compose-of.ts';
import { isDebugging } from './debugging.ts';
import { isSecretEntry } from './secret-entry.ts';

function entry(line: string) {
  const service = serviceOf(`image: x\nenvironment:\n  ${line}`);
  const [settings] = readKeyValues(at(service.settings.value, 'environment'));
  return { service, settings: settings!, place: settings!.place };
}

test.each([
  ['NODE_ENV: development', true],
  ['NODE_ENV: production', false],
  ['DEBUG: "express:*"', true],
  ['DEBUG: "false"', false],
  ['DEBUG: ""', false],
  ['DEBUG:', false],
  ['DEBUG: "$DEBUG"', unresolved],
  ['NODE_OPTIONS: --max-old-space-size=400 --inspect=0.0.0.0', true],
  ['NODE_OPTIONS: --max-old-space-size=400', false],
  ['JAVA_TOOL_OPTIONS: "-agentlib:jdwp=transport=dt_socket"', true],
  ['constructor: x', false],
  ['LOG_LEVEL: debug', false],
])('%s debugs: %p', (line, expected) => expect(isDebugging(entry(line))).toBe(expected));

test.each([
  ['DB_PASSWORD: hunter2hunter2', true],
  ['DB_PASSWORD: "$DB_PASSWORD"', false],
  ['DB_PASSWORD: ${DB_PASSWORD:-hunter2hunter2}', true],
  ['DB_PASSWORD:', false],
  ['DB_PASSWORD_FILE: /run/secrets/db', false],
  ['DATABASE_URL: "postgres://app:hunter2hunter2@db/app"', true],
  ['DATABASE_URL: "postgres://app:hunter2hunter2@${HOST}/app"', true],
  ['DATABASE_URL: "postgres://app:${DB_PASSWORD}@db/app"', false],
  ['USER: app', false],
])('%s is a secret: %p', (line, expected) => expect(isSecretEntry(entry(line))).toBe(expected));
