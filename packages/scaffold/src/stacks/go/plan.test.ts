import { appOf } from '../../testing/app-of.ts';
import { planned, stageText } from '../../testing/planned.ts';
import { goStack } from './go-stack.ts';

const SERVER =
  'package main\nimport "net/http"\nfunc main() { http.ListenAndServe(":9000", nil) } // "/health" route\n';
const FILES = { 'go.mod': 'module x\n', 'go.sum': '', 'main.go': SERVER };
const app = (more: Readonly<Record<string, string>> = {}) =>
  appOf({ ...FILES, ...more }, { claims: ['go 1.26 go.mod'] });

test('manifests come before sources, and what ships is a static program with a probe', () => {
  const plan = planned(goStack, app());
  expect(plan.dockerfile).toMatch(/^# syntax=docker\/dockerfile:1\n\n# GO_VERSION .*\nARG GO_VERSION=1\.26\n/);
  expect(stageText(plan, 'dependencies')).toMatch(
    /COPY go.mod go.sum \/src\/\nRUN --mount=type=cache,target=\/go\/pkg\/mod/,
  );
  expect(stageText(plan, 'build')).toContain('COPY . /src/');
  const runtime = stageText(plan, 'runtime')!;
  expect(runtime).toContain('FROM gcr.io/distroless/static-debian${DEBIAN_VERSION}:nonroot');
  expect(runtime).toContain('CMD ["/app/probe", "http://127.0.0.1:9000/health", "300"]');
  expect(runtime).toContain('USER 65532:65532');
  expect(runtime.trimEnd().split('\n').at(-1)).toContain('image.created');
  expect(plan.service).toMatchObject({ port: 9000, healthPath: '/health', user: '65532:65532' });
  expect(stageText(plan, 'test')).toBeUndefined();
});

test('other bases, each by the probe and the user that it has', () => {
  const alpine = stageText(planned(goStack, app(), { base: 'alpine' }), 'runtime')!;
  expect(alpine).toContain('adduser -D');
  expect(alpine).toContain('CMD ["wget", "-q", "-O", "/dev/null", "http://127.0.0.1:9000/health"]');
  const slim = stageText(planned(goStack, app(), { base: 'slim' }), 'runtime')!;
  expect(slim).toContain('useradd --uid 1000');
  expect(slim).toContain('COPY --from=build /etc/ssl/certs/ca-certificates.crt');
});

test('a C compiler means the C library of the image that ships', () => {
  const files = { 'db.go': 'package main\n\nimport "C"\n' };
  const plan = planned(goStack, app(files));
  expect(stageText(plan, 'base')).toContain('FROM golang:${GO_VERSION}-${DEBIAN_SUITE} AS base\nENV CGO_ENABLED=1');
  expect(stageText(plan, 'runtime')).toContain('distroless/base-debian');
  expect(stageText(planned(goStack, app(files), { base: 'alpine' }), 'base')).toContain('golang:${GO_VERSION}-alpine');
});

test('tests have a stage, private modules a secret, and credentials are in no argument', () => {
  const plan = planned(goStack, app({ 'main_test.go': 'package main' }), { privateRegistry: true });
  expect(stageText(plan, 'test')).toContain('go test ./...');
  expect(plan.dockerfile.match(/--mount=type=secret,id=netrc,target=\/root\/\.netrc/g)?.length).toBeGreaterThan(2);
  expect(plan.notes.join()).toContain('--secret id=netrc');
});

test('what was asked for wins over what was found, and says what does not fit', () => {
  const plan = planned(goStack, app(), { port: 8081, healthPath: '/up' });
  expect(plan.dockerfile).toContain('"http://127.0.0.1:8081/up", "300"');
  expect(plan.notes).toEqual(['main.go listens on 9000: let it listen on 8081, as the image says.']);
  const variable = planned(goStack, app({ 'main.go': `${SERVER}var _ = os.Getenv("PORT")` }), { port: 8081 });
  expect(variable.dockerfile).toContain('ENV PORT=8081');
  expect(variable.notes).toEqual([]);
});

test('a workspace is built from its root, by the folders that the app needs', () => {
  const files = {
    'go.work': 'use ./apps/api\nuse ./libs/log\n',
    'apps/api/go.mod': 'module x/api',
    'apps/api/main.go': `${SERVER}import "x/log"`,
    'libs/log/go.mod': 'module x/log',
  };
  const plan = planned(goStack, appOf(files, { root: 'apps/api' }));
  expect(plan.context).toBe('workspace');
  expect(stageText(plan, 'dependencies')).toContain('COPY libs/log/go.mod libs/log/go.sum* /src/libs/log/');
  expect(stageText(plan, 'build')).toContain('COPY apps/api /src/apps/api\nCOPY libs/log /src/libs/log');
  expect(plan.service.development?.workdir).toBe('/src/apps/api');
});

test('a folder whose name means something else to a Dockerfile is refused', () => {
  const files = { 'my app/go.mod': 'module x', 'my app/main.go': SERVER };
  expect(goStack.detect(appOf(files, { root: 'my app' }), false)).toMatchObject({ exit: 2, path: 'my app' });
});

test('without a health route any answer of / counts that is no fault of the server', () => {
  const files = { ...FILES, 'main.go': SERVER.replace('"/health"', '') };
  const plan = planned(goStack, appOf(files), { base: 'alpine' });
  expect(stageText(plan, 'runtime')).toContain('CMD ["/app/probe", "http://127.0.0.1:9000/", "500"]');
  expect(plan.service.healthPath).toBeUndefined();
  expect(plan.notes.join()).toContain('No health route was found');
});

test('one stage builds and ships, on an image that has a compiler', () => {
  const { dockerfile, service } = planned(goStack, app(), { pattern: 'single' });
  expect(dockerfile.match(/^FROM /gm)).toEqual(['FROM ']);
  expect(dockerfile).toContain('FROM golang:${GO_VERSION} AS runtime');
  expect(dockerfile).toContain('-o /app/api .');
  expect(dockerfile).not.toContain('TARGETOS');
  expect(service).toMatchObject({ user: '1000:1000', port: 9000 });
});

test('an artifact is the program alone', () => {
  const plan = planned(goStack, app({ 'cmd/ledger/main.go': SERVER, 'main.go': 'package x' }), { pattern: 'artifact' });
  expect(stageText(plan, 'artifact')).toContain(
    'FROM scratch AS artifact\nCOPY --from=build /out/ledger /\nUSER 65532:65532',
  );
  expect(plan.dockerfile).not.toMatch(/HEALTHCHECK|AS probe|DEBIAN/);
  expect(plan.service.port).toBeUndefined();
});

test('a builder builds one image, extracts its files, and packs them in another', () => {
  const files = { 'apps/api/go.mod': 'module x', 'apps/api/main.go': SERVER };
  const plan = planned(goStack, appOf(files, { root: 'apps/api', name: '@acme/api' }), {
    pattern: 'builder',
    base: 'slim',
  });
  expect(plan.context).toBe('workspace');
  expect(plan.dockerfile).toContain('COPY dist/docker/acme-api-build/files/api ./\n');
  expect(plan.dockerfile).toContain('COPY dist/docker/acme-api-build/files/ca-certificates.crt /etc/ssl/certs/');
  expect(plan.dockerfile).not.toContain('golang');
  expect(plan.files.map(({ path }) => path)).toEqual([
    'apps/api/Dockerfile.build',
    'apps/api/Dockerfile.build.dockerignore',
  ]);
  expect(plan.files[0]!.text).toContain('COPY --from=probe /out/probe /\n');
  expect(plan.ignore).toBe('# Nothing but what was built\n*\n!dist/docker/acme-api-build/files\n');
  expect(plan.notes.join()).toContain('dockwarden extract @acme/api-build');
});
