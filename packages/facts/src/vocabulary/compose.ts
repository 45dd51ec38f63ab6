import { at, entryAt } from '../compose/located.ts';
import { textSetting } from '../compose/read/setting.ts';
import { flag, kind, link, many, oneOf, text, texts } from '../kernel/kind.ts';
import { projectAt } from '../project/projects.ts';
import { needsOf } from '../service/dependencies.ts';
import { isPartial } from '../service/partial.ts';
import { isProvided } from '../service/provided.ts';
import { resourcesOf } from '../service/resources.ts';

export const composeKind = kind('compose', {
  doc: 'A Compose model: the files that are run together, merged.',
  source: 'https://docs.docker.com/reference/compose-file/merge/',
  place: (compose) => {
    const source = compose.files[0]?.source;
    return source && { source, span: { start: 0, end: 0 } };
  },
  properties: {
    paths: texts('The files that are merged, in order.', (compose) => compose.files.map((file) => file.source.path)),
    environment: oneOf(
      ['production', 'development'],
      'By file name, `x-dockwarden: { environment }` or configuration; absent where none says.',
      (compose) => compose.model.environment,
    ),
    name: text(
      'Project name; absent where it is the folder’s.',
      (compose) => textSetting(at(compose.model.root, 'name'))?.value,
      { at: (compose) => entryAt(compose.model.root, 'name')?.place },
    ),
    services: many(
      'service',
      'Services, in order; without those that a `provider` brings, which are no containers.',
      (compose) => compose.services.filter((service) => !isProvided(service)),
      { open: (compose) => compose.model.open || isPartial(compose), yaml: 'services' },
    ),
    resources: many('resource', 'Networks, volumes, secrets and configs, declared or only used.', resourcesOf, {
      open: (compose) => compose.model.open || isPartial(compose),
    }),
    needs: many(
      'depends-on',
      'What its services cannot do without: `depends_on`, `links`, `volumes_from` and shared namespaces of all of them.',
      (compose) => compose.services.flatMap(needsOf),
    ),
    files: many('compose-file', 'The files as written.', (compose) => compose.files),
    partial: flag(
      'True where a file is missing: one could not be read, or a service has neither image nor build, or it is an override without its base.',
      (compose) => compose.model.open || isPartial(compose),
    ),
    merged: flag('True where more than one file is merged.', (compose) => compose.files.length > 1),
    project: link('project', 'The workspace project whose folder its first file lies in.', (compose) =>
      compose.files[0] ? projectAt(compose.world, compose.files[0].source.path) : undefined,
    ),
  },
});
