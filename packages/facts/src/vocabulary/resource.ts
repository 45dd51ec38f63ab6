import { flag, kind, link, many, oneOf, text } from '../kernel/kind.ts';
import { isUnsure } from '../kernel/unsure.ts';
import { isSensitiveHostPath } from '../source/host-path.ts';

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
    realName: text(
      'What the engine calls it, where `name` says so or it is external; absent: Compose makes one of the project’s name.',
      (resource) => resource.realName,
    ),
    device: text(
      'Of a volume, `driver_opts.device`: the folder or device of the host that it stands for.',
      (resource) => resource.device?.value,
      { at: (resource) => resource.device?.place },
    ),
    sensitiveHost: flag(
      'True where that is a path of the host that no container should have: `/` or a system folder.',
      (resource) => {
        const device = resource.device?.value;
        return device === undefined || isUnsure(device) ? (device ?? false) : isSensitiveHostPath(device);
      },
    ),
    users: many('service', 'The services that use it.', (resource) => resource.users),
    writers: many('service', 'Those that may write to it; of a volume only.', (resource) => resource.writers),
    compose: link('compose', 'The model.', (resource) => resource.compose),
  },
});
