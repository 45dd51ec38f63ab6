import { containerBuild } from './container-build.ts';
import { convertBuild } from './convert-build.ts';
import { dockerBuild } from './docker-build.ts';
import { dockerRun } from './docker-run.ts';
import { metadataTags } from './metadata-tags.ts';
import { splitReference } from './split-reference.ts';
import { templateOf } from './template-of.ts';

/** Options of `docker-build` for options of the executor. */
function fromContainer(options: Record<string, unknown>) {
  const read = containerBuild(options);
  if ('fault' in read) throw new Error(read.fault);
  return convertBuild({ dockerfile: 'apps/api/Dockerfile', ...read.build }, 'apps/api');
}

/** Options of `docker-build` for the words behind `docker build`. */
function fromDocker(words: string, folder = '.') {
  return convertBuild(dockerBuild(words.split(' '), folder)!, 'apps/api');
}

describe('options of nx-container', () => {
  test.each<[Record<string, unknown>, Record<string, unknown>]>([
    [{}, {}],
    [{ context: './apps/api', file: 'apps/api/Dockerfile' }, { context: 'apps/api' }],
    [
      { file: 'docker/api.Dockerfile', target: 'prod' },
      { dockerfile: 'docker/api.Dockerfile', target: 'prod' },
    ],
    [
      { tags: ['ghcr.io/acme/api:1', 'ghcr.io/acme/api:latest'] },
      { repository: 'ghcr.io/acme/api', tags: ['1', 'latest'] },
    ],
    [{ tags: ['localhost:5000/api'] }, { repository: 'localhost:5000/api', tags: ['latest'] }],
    [
      { labels: ['a=b=c'], 'build-args': ['X='] },
      { labels: { a: 'b=c' }, args: { X: '' } },
    ],
    [{ platforms: ['linux/amd64,linux/arm64'] }, { platforms: ['linux/amd64', 'linux/arm64'] }],
    [
      { 'cache-from': 'type=gha', 'cache-to': ['type=gha,mode=max'] },
      { cacheFrom: ['type=gha'], cacheTo: ['type=gha,mode=max'] },
    ],
    [
      { 'build-contexts': ['shared=libs/shared'], ssh: ['default'] },
      { contexts: { shared: 'libs/shared' }, ssh: ['default'] },
    ],
    [
      { secrets: ['NPM=${NPM_TOKEN}'], 'secret-files': ['key=./key.pem'] },
      {
        secrets: [
          { id: 'NPM', env: 'NPM_TOKEN' },
          { id: 'key', file: 'key.pem' },
        ],
      },
    ],
    [
      { provenance: 'mode=max', sbom: true, builder: 'b' },
      { builder: 'b', provenance: 'max', sbom: true },
    ],
    [{ provenance: 'false', load: true, quiet: true, engine: 'docker' }, { provenance: 'off' }],
    [
      { pull: true, 'no-cache': true },
      { bases: 'resolve', force: true },
    ],
    [
      {
        tags: ['x:1'],
        labels: ['x=1'],
        metadata: { images: ['a/b'], tags: ['type=sha'], flavor: ['latest=false'], labels: ['y=2'] },
      },
      { repository: 'a/b', tags: ['sha-{sha:7}'], labels: { y: '2' } },
    ],
    [
      {
        metadata: {
          images: ['name=a/b,enable=true', 'name=c/d,enable=false'],
          tags: ['dev'],
          flavor: ['latest=false'],
        },
      },
      { repository: 'a/b', tags: ['dev'] },
    ],
  ])('%j', (options, expected) => {
    const { left, options: converted } = fromContainer(options);
    expect(converted).toEqual({ context: '.', ...expected });
    expect(left).toEqual([]);
  });

  test.each<[Record<string, unknown>, string]>([
    [{ engine: 'podman' }, 'engine podman'],
    [{ network: 'host' }, 'network: '],
    [{ 'add-hosts': ['a:1.1.1.1'] }, 'add-hosts: '],
    [{ allow: ['network.host'] }, 'allow: '],
    [{ ulimit: ['nofile=1'] }, 'ulimit: '],
    [{ nosuch: 1 }, 'it is no option of @nx-tools/nx-container'],
    [{ outputs: ['type=local,dest=out'] }, 'docker-extract'],
    [{ 'build-args': ['A=$SHA'] }, 'build-arg A=$SHA is made of a variable'],
    [{ 'build-args': ['TOKEN=$T'] }, 'build-arg TOKEN=… is made of a variable'],
    [{ 'build-args': ['A'] }, 'build-arg A takes its value from the environment'],
    [{ tags: ['a/b:1', 'c/d:1'] }, 'push to another with nx run …:docker-push --repository=c/d'],
    [{ tags: ['a/b:${V}'] }, 'the tag a/b:${V} is made of what is not known here'],
    [{ secrets: ['A=hunter2'] }, 'the secret A: name the file or the variable'],
    [{ provenance: 'builder-id=x' }, 'provenance builder-id=x'],
    [{ tags: ['$REGISTRY/api:1', '$REGISTRY/api:2'] }, 'the repository $REGISTRY/api is made of a variable'],
  ])('%j is told', (options, words) => {
    const { left } = fromContainer(options);
    expect(left).toEqual([expect.stringContaining(words)]);
    expect(left.join()).not.toContain('hunter2');
  });

  test.each<[Record<string, unknown>, string]>([
    [{ tags: 1 }, '`tags` is a list of texts, not 1'],
    [{ file: ['a'] }, '`file` is a text, not ["a"]'],
    [{ push: 'yes' }, '`push` is true or false, not "yes"'],
    [{ metadata: [] }, '`metadata` is a map'],
    [{ labels: [1], sbom: 1 }, '`labels` is a list of texts, not [1]; `sbom` is true or false, not 1'],
  ])('%j is refused', (options, fault) => {
    expect(containerBuild(options)).toEqual({ fault });
  });

  test('tags of a repository that is handed in are carried', () => {
    expect(fromContainer({ tags: ['$REGISTRY/api:1', '$REGISTRY/api:2'] }).options).toEqual({
      context: '.',
      tags: ['1', '2'],
    });
  });

  test('what pushes is told from what builds', () => {
    expect(fromContainer({ push: true }).pushes).toBe(true);
    expect(fromContainer({ outputs: ['type=registry'] }).pushes).toBe(true);
    expect(fromContainer({ load: true }).pushes).toBe(false);
  });
});

describe('tags of metadata', () => {
  test.each<[string, string[]]>([
    ['type=raw,value=edge', ['edge']],
    ['latest', ['latest']],
    ['type=sha', ['sha-{sha:7}']],
    ['type=sha,format=long,prefix=', ['{sha}']],
    ['type=ref,event=branch', ['{branch}']],
    ['type=ref,event=tag,prefix=r-', ['r-{tag}']],
    ['type=semver,pattern={{version}}', ['{version}']],
    ['type=semver,pattern={{major}}.{{minor}}', ['{version:minor}']],
    ['type=ref,event=branch,suffix=-x', ['{branch}-x']],
  ])('%s', (entry, templates) => {
    expect(metadataTags([entry], ['latest=false'])).toEqual({ templates, left: [] });
  });

  test.each([
    'type=schedule',
    'type=ref,event=pr',
    'type=edge',
    'type=match,pattern=x',
    'type=raw,value=x,enable=false',
    'type=raw,value={{sha}}',
    'type=semver,pattern={{version}},value=${VERSION}',
  ])('%s is told', (entry) => {
    const { templates, left } = metadataTags([entry], ['latest=false']);
    expect(templates).toEqual([]);
    expect(left).toEqual([expect.stringContaining(`the tag ${entry}: `)]);
  });

  test('without tags those of the tool, and its latest, are told', () => {
    const { templates, left } = metadataTags([], []);
    expect(templates).toEqual(['{branch}', '{tag}']);
    expect(left).toHaveLength(3);
  });
});

describe('flags of docker build', () => {
  test('paths come out from the root', () => {
    expect(
      fromDocker('-f docker/Dockerfile -t a/b:1 --build-context x=../lib --secret id=k,src=k.pem .', 'apps/api')
        .options,
    ).toEqual({
      dockerfile: 'apps/api/docker/Dockerfile',
      context: 'apps/api',
      repository: 'a/b',
      tags: ['1'],
      contexts: { x: 'apps/lib' },
      secrets: [{ id: 'k', file: 'apps/api/k.pem' }],
    });
    expect(fromDocker('.', 'apps/api').options).toEqual({ context: 'apps/api' });
    expect(fromDocker('-fapps/api/Dockerfile --load --progress=plain .').options).toEqual({ context: '.' });
  });

  test('commit and date of @nx/docker become ours', () => {
    const words =
      '--build-arg SHA={commitSha} --build-arg AT={currentDate} --tag a:{shortCommitSha} --label org.opencontainers.image.revision={commitSha} .';
    const { options, left, carried } = fromDocker(words, 'apps/api');
    expect(options).toEqual({
      context: 'apps/api',
      repository: 'a',
      tags: ['{sha:7}'],
      pass: { revision: 'SHA', created: 'AT' },
    });
    expect(left).toEqual([]);
    expect(carried).toHaveLength(3);
  });

  test.each(['- ', 'a b', ''])('%j holds no single context', (words) => {
    expect(dockerBuild(words.split(' ').filter(Boolean), '.')).toBeUndefined();
  });

  test.each(['--nosuch', '--network host', '--metadata-file x', '--memory 1g', '--output out'])(
    '%s is told',
    (flag) => {
      expect(fromDocker(`${flag} .`, 'apps/api').left).toHaveLength(1);
    },
  );
});

test('flags of docker run', () => {
  expect(
    dockerRun(['--rm', '-it', '-p', '3000:3000', '-eA=b', '--env-file=.env', '--name', 'x', '--network=n']),
  ).toEqual({
    options: { interactive: true, port: ['3000:3000'], env: ['A=b'], envFile: ['.env'], name: 'x', network: 'n' },
    left: [],
  });
  expect(dockerRun(['-v', 'a:b', '--nosuch']).left).toHaveLength(2);
});

test.each([
  ['a/b:1', { repository: 'a/b', tag: '1' }],
  ['host:5000/a', { repository: 'host:5000/a' }],
  ['a:{date:YYYY}', { repository: 'a', tag: '{date:YYYY}' }],
])('%s', (reference, parts) => {
  expect(splitReference(reference)).toEqual(parts);
});

test.each([
  ['{currentDate|YYMM.DD}.{shortCommitSha}', '{date:YYMM.DD}.{sha:7}'],
  ['v{versionActionsVersion}', 'v{version}'],
  ['{env.X}', undefined],
  ['{currentDate}', undefined],
])('the tag %s', (tag, template) => {
  expect(templateOf(tag)).toBe(template);
});
