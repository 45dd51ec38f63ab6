import { entryOf } from '@dockwarden-internal/syntax';
import { kind, link, many, text } from '../kernel/kind.ts';
import type { RawService } from '../model/service.ts';
import { keysOf, membersOf, valueUnder } from '../service/raw-services.ts';

const members = (key: string, doc: string) =>
  many('key', doc, (service: RawService) => membersOf(service.file, service.map, key), {
    at: (service: RawService) => {
      const entry = entryOf(service.map, key);
      return entry && { source: entry.key.source, span: entry.key.span };
    },
    yaml: key,
  });

export const rawServiceKind = kind('raw-service', {
  doc: 'A service as one file writes it.',
  source: 'https://docs.docker.com/reference/compose-file/services/',
  key: 'name',
  place: (service) => ({ source: service.file.source, span: service.entry.key.span }),
  properties: {
    name: text('Key of the service.', (service) => service.name),
    keys: many('key', 'Its keys, in order.', (service) => keysOf(service.file, service.map), { yaml: '' }),
    ports: members('ports', 'Entries of `ports`.'),
    expose: members('expose', 'Entries of `expose`.'),
    volumes: members('volumes', 'Entries of `volumes`.'),
    environment: members('environment', 'Entries of `environment`.'),
    networks: members('networks', 'Entries of `networks`.'),
    dependsOn: members('depends_on', 'Entries of `depends_on`.'),
    inlineDockerfile: text('Text of `build.dockerfile_inline`.', (service) => {
      const build = valueUnder(service.map, 'build');
      const inline = entryOf(build, 'dockerfile_inline')?.value;
      return inline?.kind === 'scalar' ? String(inline.value) : undefined;
    }),
    file: link('compose-file', 'The file.', (service) => service.file),
  },
});
