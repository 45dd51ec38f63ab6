import { composeGroups } from './compose-groups.ts';

const groups = (...names: string[]) =>
  composeGroups(names).map(({ paths, environment }) => [paths.join(' + '), environment ?? '-']);

test.each([
  [['compose.yaml'], [['compose.yaml', '-']]],
  [
    ['compose.yaml', 'compose.override.yaml', 'compose.prod.yml'],
    [
      ['compose.yaml + compose.override.yaml', 'development'],
      ['compose.yaml + compose.prod.yml', 'production'],
      ['compose.yaml', '-'],
    ],
  ],
  [
    ['docker-compose.yml', 'docker-compose.production.yml', 'docker-compose.test.yml'],
    [
      ['docker-compose.yml + docker-compose.production.yml', 'production'],
      ['docker-compose.yml + docker-compose.test.yml', '-'],
      ['docker-compose.yml', '-'],
    ],
  ],
  [['compose.prod.yaml'], [['compose.prod.yaml', 'production']]],
  [['.devcontainer/docker-compose.yml'], [['.devcontainer/docker-compose.yml', 'development']]],
  [
    ['docker.compose.yaml', 'docker.compose.dev.yaml'],
    [
      ['docker.compose.yaml + docker.compose.dev.yaml', 'development'],
      ['docker.compose.yaml', '-'],
    ],
  ],
  [
    ['dev-compose.yml', 'docker-compose.yml'],
    [
      ['dev-compose.yml', '-'],
      ['docker-compose.yml', '-'],
    ],
  ],
  [
    ['compose.yaml', 'docker-compose.override.yml'],
    [
      ['compose.yaml', '-'],
      ['compose.yaml + docker-compose.override.yml', 'development'],
    ],
  ],
  [
    [
      'compose.yml',
      'compose.yaml',
      'compose.local.yml',
      'docker-compose.yaml',
      'docker-compose.yml',
      'docker-compose.local.yml',
    ],
    [
      ['compose.yaml + compose.local.yml', 'development'],
      ['compose.yaml', '-'],
      ['compose.yml', '-'],
      ['docker-compose.yml + docker-compose.local.yml', 'development'],
      ['docker-compose.yaml', '-'],
      ['docker-compose.yml', '-'],
    ],
  ],
  [
    ['a/compose.yaml', 'b/compose.prod.yaml'],
    [
      ['a/compose.yaml', '-'],
      ['b/compose.prod.yaml', 'production'],
    ],
  ],
  [
    ['compose.yaml', 'compose.prod.yaml', 'compose.prod.eu.yaml'],
    [
      ['compose.yaml + compose.prod.eu.yaml', 'production'],
      ['compose.yaml + compose.prod.yaml', 'production'],
      ['compose.yaml', '-'],
    ],
  ],
])('%j', (names, expected) => {
  expect(groups(...names)).toEqual(expected);
});

test('the configuration says it before the name, the last file before the first', () => {
  const globs = { production: ['deploy/**'], development: ['**/compose.prod.yaml'] };
  const names = ['deploy/compose.yaml', 'x/compose.yaml', 'x/compose.prod.yaml', 'deploy/compose.dev.yaml'];
  expect(composeGroups(names, globs)).toEqual([
    {
      paths: ['deploy/compose.yaml', 'deploy/compose.dev.yaml'],
      environment: 'production',
      environmentFrom: 'configuration',
    },
    { paths: ['deploy/compose.yaml'], environment: 'production', environmentFrom: 'configuration' },
    { paths: ['x/compose.yaml', 'x/compose.prod.yaml'], environment: 'development', environmentFrom: 'configuration' },
    { paths: ['x/compose.yaml'] },
  ]);
});
