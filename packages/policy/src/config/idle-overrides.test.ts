import type { Override } from '../load/config-document.ts';
import { idleOverrides } from './idle-overrides.ts';

const subjects = {
  projects: [
    { name: '@acme/api', tags: ['type:service', 'lang:go'] },
    { name: '@acme/web', tags: ['type:app'] },
  ],
  files: ['apps/api/Dockerfile', 'apps/web/Dockerfile', 'package.json'],
};

/** `way: message`, for overrides that fit nothing. */
const said = (override: Omit<Override, 'policies'>) =>
  idleOverrides([{ ...override, policies: {} }], subjects).map(({ way, message }) => `${way.join('.')}: ${message}`);

test.each<Omit<Override, 'policies'>>([
  {},
  { files: ['apps/**', 'apps/web', './apps/api/', '*.json'] },
  { projects: {} },
  { projects: { names: ['@acme/api', '@acme/*', '*/web'] } },
  { projects: { tags: { has: 'type:app' } } },
  { projects: { tags: { some: ['type:*'], hasAll: ['type:service', 'lang:go'], none: ['type:tool'] } } },
])('%j fits something', (override) => expect(said(override)).toEqual([]));

test.each<[Omit<Override, 'policies'>, string[]]>([
  [
    { projects: { names: ['@acme/web', 'api'] } },
    ["overrides.0.projects.names.1: no project's name fits api: did you mean @acme/api?"],
  ],
  [{ projects: { names: ['billing'] } }, ["overrides.0.projects.names.0: no project's name fits billing"]],
  [
    { projects: { tags: { has: 'type:servce' } } },
    ["overrides.0.projects.tags.has: no project's tag fits type:servce: did you mean type:service?"],
  ],
  [
    { projects: { tags: { hasAll: ['scope:*'] } } },
    ["overrides.0.projects.tags.hasAll.0: no project's tag fits scope:*"],
  ],
  [{ files: ['apps/**', 'legacy/**'] }, ['overrides.0.files.1: no Dockerfile or Compose file fits legacy/**']],
  [
    { projects: { names: ['@acme/web'], tags: { has: 'lang:go' } } },
    ['overrides.0.projects: no project fits all that this override asks of one'],
  ],
])('%j is idle', (override, messages) => expect(said(override)).toEqual(messages));

test('where nothing can fit it is said why', () => {
  const overrides = [{ projects: { names: ['api'], tags: { has: 'type:app' } }, policies: {} }];
  expect(idleOverrides(overrides, { projects: [], files: [] }).map(({ message }) => message)).toEqual([
    "no project's name fits api: the workspace has no projects",
    "no project's tag fits type:app: none has tags, which are those of Nx and Turborepo",
  ]);
});
