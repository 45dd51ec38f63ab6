import { editedFile } from '../../compose/edit-compose.ts';
import { eolOf } from '../../compose/line-ending.ts';
import type { App } from '../../model/app.ts';
import type { HealthPlan, ServiceCheck } from '../health-plan.ts';
import { type SpringSettings, settingsPath, springSettings } from './settings.ts';

/** Starters whose health indicators ask a service. Source: Spring Boot reference, "Auto-configured HealthIndicators". */
const STARTERS: Readonly<Record<string, RegExp>> = {
  postgres: /spring-boot-starter-(?:data-(?:jpa|jdbc|r2dbc)|jdbc|r2dbc)/,
  mysql: /spring-boot-starter-(?:data-(?:jpa|jdbc|r2dbc)|jdbc|r2dbc)/,
  mariadb: /spring-boot-starter-(?:data-(?:jpa|jdbc|r2dbc)|jdbc|r2dbc)/,
  redis: /spring-boot-starter-data-redis/,
  valkey: /spring-boot-starter-data-redis/,
  mongo: /spring-boot-starter-(?:data-)?mongodb/,
  rabbitmq: /spring-boot-starter-amqp/,
};

const SHOWN = 'management.endpoint.health.show-components';

/** Actuator has the route and the checks; it only does not name them to everybody unless it is told to. */
export function planActuator(app: App, build: string, checks: readonly ServiceCheck[]): HealthPlan {
  const settings = springSettings(app);
  const base = settings.value('management.endpoints.web.base-path') ?? '/actuator';
  const name = settings.value('management.endpoints.web.path-mapping.health') ?? 'health';
  const context = settings.value('server.servlet.context-path') ?? settings.value('spring.webflux.base-path') ?? '';
  const path = [context, base, name]
    .map((part) => part.replace(/^\/|\/$/g, ''))
    .filter(Boolean)
    .map((part) => `/${part}`)
    .join('');
  const notes = [`Spring Boot Actuator is there, and answers at ${path}.`];
  const port = settings.value('management.server.port');
  if (port !== undefined)
    notes.push(`Its endpoints listen on a port of their own, ${port}: the health check has to ask there.`);
  for (const check of checks)
    if (!STARTERS[check.name]?.test(build))
      notes.push(`Actuator asks ${check.name} only once a starter for it is among the dependencies.`);
  if (checks.length > 0)
    notes.push(
      'Actuator waits as long as a client does: give the clients time limits, such as spring.datasource.hikari.connection-timeout=2000.',
    );
  if (settings.value(SHOWN) ?? settings.value('management.endpoint.health.show-details'))
    return { files: [], notes, path, registered: true };
  const shown = withShown(settings);
  const file = settings.path ?? settingsPath(app);
  if (shown === undefined) notes.push(`To name each check in the answer, set ${SHOWN} to always in ${file}.`);
  const files = shown === undefined ? [] : [{ path: file, text: shown, edited: true }];
  return { files, notes, path, registered: true };
}

/** Settings in which every check is named; undefined where no edit is safe. */
function withShown({ path, text }: SpringSettings): string | undefined {
  const eol = eolOf(text);
  if (path === undefined || text === undefined || path.endsWith('.properties')) {
    const before = text === undefined || text === '' || text.endsWith('\n') ? (text ?? '') : `${text}${eol}`;
    return `${before}${SHOWN}=always${eol}`;
  }
  const file = editedFile(path, text);
  return file.set(SHOWN.split('.'), 'always') ? file.text() : undefined;
}
