import { textAt } from '@dockwarden-internal/syntax';
import { bytes, count, flag, kind, link, many, milliseconds, oneOf, port, text } from '../kernel/kind.ts';
import { isUnsure, known } from '../kernel/unsure.ts';
import type { EnvironmentEntry } from '../model/service.ts';
import { isDebugging } from '../service/debugging.ts';
import { dependencyTarget } from '../service/dependencies.ts';
import { isSecretEntry } from '../service/secret-entry.ts';
import { buildDockerfileOf, builtStage, contextFolder, dockerfilePath } from '../service/service-build.ts';
import { clashesOf, publishedRange } from '../service/service-ports.ts';
import { isSecretName } from '../variable/secret-name.ts';

export const buildKind = kind('build', {
  doc: 'How a service’s image is built.',
  source: 'https://docs.docker.com/reference/compose-file/build/',
  place: (build) => build.place,
  properties: {
    context: text(
      'The build context as written; absent: the project’s folder.',
      (build) => build.settings.context?.value,
      { at: (build) => build.settings.context?.place },
    ),
    directory: text(
      'The context’s folder, relative to the workspace root; unknown for a remote one or one outside of the root.',
      contextFolder,
      { at: (build) => build.settings.context?.place },
    ),
    remote: flag('True where the context is an address.', (build) => build.settings.context?.remote ?? false),
    inside: flag('True where the context lies within the workspace; unknown where it cannot be told.', (build) => {
      const { context } = build.settings;
      return context && isUnsure(context.path)
        ? context.path
        : !context || context.remote || context.path !== undefined;
    }),
    path: text('The Dockerfile’s path from the root, whether or not it is there.', dockerfilePath, {
      at: (build) => build.settings.dockerfile?.place,
    }),
    dockerfile: link(
      'dockerfile',
      'The Dockerfile; unknown for a remote context, absent where the file is not there or is inline.',
      buildDockerfileOf,
      { at: (build) => build.settings.dockerfile?.place },
    ),
    inline: flag('True for `dockerfile_inline`.', (build) => build.settings.dockerfileInline !== undefined),
    target: text('The stage that is asked for; absent: the last.', (build) => build.settings.target?.value, {
      at: (build) => build.settings.target?.place,
    }),
    stage: link('stage', 'The stage that is built; absent where the Dockerfile has none of that name.', builtStage, {
      at: (build) => build.settings.target?.place,
    }),
    args: many('environment', 'Build arguments.', (build) =>
      build.settings.args.map(
        (settings): EnvironmentEntry => ({ service: build.service, settings, place: settings.place }),
      ),
    ),
    service: link('service', 'The service.', (build) => build.service),
  },
});

export const publishedPortKind = kind('published-port', {
  doc: 'A port of a container, published on the host; a range is one of these for each port.',
  source: 'https://docs.docker.com/reference/compose-file/services/#ports',
  key: 'text',
  place: (published) => published.place,
  properties: {
    text: text('As written, without quotes.', (published) => published.settings.text.replace(/^(["'])(.*)\1$/s, '$2')),
    published: text(
      'Port of the host, or a range; absent where the engine picks one.',
      (published) => published.settings.published?.value,
    ),
    first: port('First port of the host.', (published) => {
      const range = publishedRange(published);
      return range === undefined || isUnsure(range) ? range : range[0];
    }),
    target: port('Port of the container.', (published) => published.settings.target?.value),
    protocol: text('`tcp` or `udp`.', (published) => published.settings.protocol),
    address: text(
      'Address of the host that it is bound to; absent: all of them.',
      (published) => published.settings.address?.value,
    ),
    quoted: flag('True where it is written in quotes, or as a map.', (published) =>
      /^["'{]|^\w+:\s/.test(published.settings.text),
    ),
    short: flag('True for the short form `8080:80`.', (published) => published.settings.value.node?.kind !== 'map'),
    clashes: many(
      'published-port',
      'Earlier ports of the model that want the same port of the same address.',
      clashesOf,
    ),
    service: link('service', 'The service.', (published) => published.service),
  },
});

export const dependsOnKind = kind('depends-on', {
  doc: 'A service that another one waits for.',
  source: 'https://docs.docker.com/reference/compose-file/services/#depends_on',
  key: 'name',
  place: (dependency) => dependency.place,
  properties: {
    name: text('Name of the service that is waited for.', (dependency) => dependency.settings.name),
    condition: oneOf(
      ['service_started', 'service_healthy', 'service_completed_successfully'],
      'What is waited for; `service_started` unless written.',
      (dependency) => {
        const written = dependency.settings.condition?.value;
        return isUnsure(written) ? written : ((written ?? 'service_started') as 'service_started');
      },
      { at: (dependency) => dependency.settings.condition?.place, yaml: 'condition' },
    ),
    required: flag('False where it may be missing.', (dependency) => dependency.settings.required),
    target: link('service', 'The service; absent where the model has none of that name.', dependencyTarget),
    service: link('service', 'The one that waits.', (dependency) => dependency.service),
  },
});

const hidden = (entry: EnvironmentEntry) => isSecretEntry(entry);

export const environmentKind = kind('environment', {
  doc: 'An entry of `environment`, of `build.args` or of labels.',
  source: 'https://docs.docker.com/reference/compose-file/services/#environment',
  key: 'name',
  place: (entry) => entry.settings.value?.place ?? entry.place,
  properties: {
    name: text('Name of the variable.', (entry) => entry.settings.name, { at: (entry) => entry.place }),
    key: text('The same.', (entry) => entry.settings.name, { at: (entry) => entry.place }),
    value: text(
      'Its value; absent where it is taken from the shell that runs Compose.',
      (entry) => entry.settings.value?.value,
      { at: (entry) => entry.settings.value?.place, sensitive: hidden },
    ),
    text: text(
      '`NAME=value` as written.',
      (entry) => (entry.settings.value ? `${entry.settings.name}=${entry.settings.value.text}` : entry.settings.name),
      { sensitive: hidden },
    ),
    literal: flag('True where a value stands in the file, with no variable in it.', (entry) => entry.settings.literal),
    secretLike: flag('True where name and value look like a secret.', isSecretEntry),
    secretName: flag('True where the name alone says that it is a secret.', (entry) =>
      isSecretName(entry.settings.name),
    ),
    debugging: flag('True where it switches a debugger or a development mode on.', isDebugging),
    port: port('The value as a port.', (entry) => {
      const value = entry.settings.value?.value;
      if (value === undefined || isUnsure(value)) return value;
      return /^\d{1,5}$/.test(value) ? Number(value) : undefined;
    }),
    service: link('service', 'The service.', (entry) => entry.service),
  },
});

export const healthcheckKind = kind('healthcheck', {
  doc: 'A service’s `healthcheck`.',
  source: 'https://docs.docker.com/reference/compose-file/services/#healthcheck',
  place: (healthcheck) => healthcheck.place,
  properties: {
    test: text(
      'The test as written; absent where only times are set for the image’s own.',
      (healthcheck) => {
        const { test } = healthcheck.settings;
        return test && textAt(test.place);
      },
      { at: (healthcheck) => healthcheck.settings.test?.place, yaml: 'test' },
    ),
    disabled: flag('True for `disable: true` or `test: NONE`.', (healthcheck) => healthcheck.settings.disabled),
    interval: milliseconds(
      'Time between two checks; absent: 30s.',
      (healthcheck) => healthcheck.settings.interval?.value,
      { at: (healthcheck) => healthcheck.settings.interval?.place, yaml: 'interval' },
    ),
    timeout: milliseconds(
      'Time that a check may take; absent: 30s.',
      (healthcheck) => healthcheck.settings.timeout?.value,
      { at: (healthcheck) => healthcheck.settings.timeout?.place, yaml: 'timeout' },
    ),
    startPeriod: milliseconds(
      'Time in which failures do not count; absent: none.',
      (healthcheck) => healthcheck.settings.startPeriod?.value,
      { at: (healthcheck) => healthcheck.settings.startPeriod?.place, yaml: 'start_period' },
    ),
    retries: count(
      'Failures in a row that make it unhealthy; absent: 3.',
      (healthcheck) => healthcheck.settings.retries?.value,
      { at: (healthcheck) => healthcheck.settings.retries?.place, yaml: 'retries' },
    ),
    service: link('service', 'The service.', (healthcheck) => healthcheck.service),
  },
});

export const limitsKind = kind('limits', {
  doc: 'What a service may use: `deploy.resources`, or the older keys of the service.',
  source: 'https://docs.docker.com/reference/compose-file/deploy/#resources',
  place: (limits) => limits.service.place,
  properties: {
    memory: bytes('Most memory, in bytes; absent: no bound.', (limits) => limits.settings.memory?.value, {
      at: (limits) => limits.settings.memory?.place,
    }),
    cpus: count('Most CPUs; absent: no bound.', (limits) => limits.settings.cpus?.value, {
      at: (limits) => limits.settings.cpus?.place,
    }),
    pids: count('Most processes; absent: no bound.', (limits) => limits.settings.pids?.value, {
      at: (limits) => limits.settings.pids?.place,
    }),
    memoryReservation: bytes('Memory kept for it, in bytes.', (limits) => limits.settings.memoryReservation?.value, {
      at: (limits) => limits.settings.memoryReservation?.place,
    }),
    cpuReservation: count('CPUs kept for it.', (limits) => limits.settings.cpuReservation?.value, {
      at: (limits) => limits.settings.cpuReservation?.place,
    }),
    belowReservation: flag('True where a bound lies below what is reserved.', (limits) => {
      const { memory, memoryReservation, cpus, cpuReservation } = limits.settings;
      const below = (bound: unknown, kept: unknown) =>
        typeof bound === 'number' && typeof kept === 'number' && bound < kept;
      return below(memory?.value, memoryReservation?.value) || below(cpus?.value, cpuReservation?.value);
    }),
    service: link('service', 'The service.', (limits) => limits.service),
  },
});

export const loggingKind = kind('logging', {
  doc: 'Where a service’s output goes.',
  source: 'https://docs.docker.com/reference/compose-file/services/#logging',
  place: (logging) => logging.place,
  properties: {
    driver: text('The driver; absent: the engine’s default.', (logging) => logging.settings.driver?.value, {
      at: (logging) => logging.settings.driver?.place,
    }),
    options: many('environment', 'Options of the driver: `max-size`, `max-file`.', (logging) =>
      logging.settings.options.map(
        (settings): EnvironmentEntry => ({ service: logging.service, settings, place: settings.place }),
      ),
    ),
    rotated: flag('True where old output is dropped: options bound it, or the driver does so by itself.', (logging) => {
      const driver = known(logging.settings.driver?.value) ?? 'json-file';
      return driver !== 'json-file' || logging.settings.options.some(({ name }) => name === 'max-size');
    }),
    service: link('service', 'The service.', (logging) => logging.service),
  },
});

export const resourceKind = kind('resource', {
  doc: 'A network, volume, secret or config of a model.',
  source: 'https://docs.docker.com/reference/compose-file/',
  key: 'name',
  place: (resource) => resource.place,
  properties: {
    name: text('Its key.', (resource) => resource.name),
    type: oneOf(['network', 'volume', 'secret', 'config'], 'What it is.', (resource) => resource.type),
    declared: flag('False where services use it and no file declares it.', (resource) => resource.declared),
    external: flag('True where it is made outside of the model.', (resource) => resource.external),
    users: many('service', 'The services that use it.', (resource) => resource.users),
    compose: link('compose', 'The model.', (resource) => resource.compose),
  },
});
