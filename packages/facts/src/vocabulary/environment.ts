import { flag, kind, link, port, text } from '../kernel/kind.ts';
import { isUnsure } from '../kernel/unsure.ts';
import type { EnvironmentEntry } from '../model/service.ts';
import { isDebugging } from '../service/debugging.ts';
import { isSecretEntry } from '../service/secret-entry.ts';
import { isPredefined } from '../variable/predefined.ts';
import { isSecretName } from '../variable/secret-name.ts';

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
    predefined: flag('True for a build argument that the builder knows without an ARG.', (entry) =>
      isPredefined(entry.settings.name),
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
