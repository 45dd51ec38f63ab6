import { entryOf, textAt } from '@dockwarden-internal/syntax';
import { kind, link, many, oneOf, text } from '../kernel/kind.ts';
import type { RawService } from '../model/service.ts';
import type { Comment, Fault } from '../model/text.ts';
import { projectAt } from '../project/projects.ts';
import { composeFaultsOf } from '../service/compose-faults.ts';
import { keysOf, membersOf, rawServicesOf, valueUnder } from '../service/raw-services.ts';
import { isSecretKey } from '../service/secret-key.ts';

const members = (key: string, doc: string) =>
  many('key', doc, (service: RawService) => membersOf(service, key), {
    at: (service: RawService) => {
      const entry = entryOf(service.map, key);
      return entry && { source: entry.key.source, span: entry.key.span };
    },
    yaml: key,
  });

export const composeFileKind = kind('compose-file', {
  doc: 'One Compose file as it is written, nothing merged: what style is about.',
  source: 'https://docs.docker.com/reference/compose-file/',
  place: (file) => ({ source: file.source, span: { start: 0, end: 0 } }),
  properties: {
    path: text('Path from the workspace root.', (file) => file.source.path),
    version: text(
      'The obsolete top-level `version`.',
      (file) => {
        const value = entryOf(file.tree.root, 'version')?.value;
        return value?.kind === 'scalar' ? String(value.value) : undefined;
      },
      {
        at: (file) => {
          const entry = entryOf(file.tree.root, 'version');
          return entry && { source: file.source, span: entry.span };
        },
        yaml: 'version',
      },
    ),
    name: text('The project’s name.', (file) => {
      const value = entryOf(file.tree.root, 'name')?.value;
      return value?.kind === 'scalar' ? String(value.value) : undefined;
    }),
    keys: many('key', 'Top-level keys, in order.', (file) => keysOf(file, file.tree.root), { yaml: '' }),
    services: many('raw-service', 'Services as written, in order.', rawServicesOf, { yaml: 'services' }),
    comments: many('comment', 'Comments.', (file): readonly Comment[] =>
      file.tree.comments.map(
        (each) =>
          ({
            file: file.source,
            text: each.text,
            place: { source: file.source, span: each.span },
          }) as unknown as Comment,
      ),
    ),
    faults: many('fault', 'What `docker compose` or the Compose schema would refuse.', (file): readonly Fault[] =>
      composeFaultsOf(file),
    ),
    project: link('project', 'The workspace project whose folder it lies in.', (file) =>
      projectAt(file.world, file.source.path),
    ),
  },
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

export const keyKind = kind('key', {
  doc: 'A key of a map or an item of a list, as written.',
  key: 'name',
  place: (key) => key.place,
  properties: {
    name: text('The key; of an item what it is ordered by.', (key) => key.name, {
      sensitive: (key) => key.node.kind === 'scalar' && key.name === String(key.node.value) && isSecretKey(key),
    }),
    text: text('As written.', (key) => textAt(key.place), {
      sensitive: (key) => key.node.kind === 'scalar' && key.name === String(key.node.value) && isSecretKey(key),
    }),
    shape: oneOf(['scalar', 'map', 'list'], 'What its value is.', (key) => key.node.kind),
    quote: oneOf(
      ['plain', 'single', 'double', 'literal', 'folded'],
      'How its value is quoted; absent for a map or list.',
      (key) => (key.node.kind === 'scalar' ? key.node.quote : undefined),
    ),
    value: text(
      'Its value; absent for a map or list.',
      (key) => (key.node.kind === 'scalar' ? String(key.node.value) : undefined),
      { sensitive: isSecretKey, at: (key) => ({ source: key.node.source, span: key.node.span }) },
    ),
  },
});
