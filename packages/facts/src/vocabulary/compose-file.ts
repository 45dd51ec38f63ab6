import { entryOf, type YamlEntry } from '@dockwarden-internal/syntax';
import { kind, link, many, text } from '../kernel/kind.ts';
import type { ComposeFile } from '../model/service.ts';
import type { Fault } from '../model/text.ts';
import { projectAt } from '../project/projects.ts';
import { composeComments } from '../service/compose-comments.ts';
import { composeFaultsOf } from '../service/compose-faults.ts';
import { keysOf, membersOf, rawServicesOf } from '../service/raw-services.ts';

/** A top-level key of the first document that has it. */
function anyEntry({ tree }: ComposeFile, key: string): YamlEntry | undefined {
  for (const document of tree.documents) {
    const entry = entryOf(document, key);
    if (entry) return entry;
  }
  return undefined;
}

const section = (key: string, doc: string) =>
  many('key', doc, (file: ComposeFile) => membersOf(file, file.tree.root, key), { yaml: key });

export const composeFileKind = kind('compose-file', {
  doc: 'One Compose file as it is written, nothing merged: what style is about.',
  source: 'https://docs.docker.com/reference/compose-file/',
  place: (file) => ({ source: file.source, span: { start: 0, end: 0 } }),
  properties: {
    path: text('Path from the workspace root.', (file) => file.source.path),
    version: text(
      'The obsolete top-level `version`, of the first document that has one.',
      (file) => {
        const value = anyEntry(file, 'version')?.value;
        return value?.kind === 'scalar' ? String(value.value) : undefined;
      },
      {
        at: (file) => {
          const entry = anyEntry(file, 'version');
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
    volumes: section('volumes', 'Entries of the top-level `volumes`.'),
    networks: section('networks', 'Entries of the top-level `networks`.'),
    secrets: section('secrets', 'Entries of the top-level `secrets`.'),
    configs: section('configs', 'Entries of the top-level `configs`.'),
    comments: many('comment', 'Comments.', composeComments),
    faults: many(
      'fault',
      'What `docker compose` or the Compose schema would refuse, also in included and extended files that are not linted by themselves.',
      (file): readonly Fault[] => composeFaultsOf(file),
    ),
    project: link('project', 'The workspace project whose folder it lies in.', (file) =>
      projectAt(file.world, file.source.path),
    ),
  },
});
