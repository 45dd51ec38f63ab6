import { askedStack, detectStacks } from '../../detect/detect-stack.ts';
import { appOf, PLAIN_OPTIONS } from '../../testing/app-of.ts';
import { stageText } from '../../testing/planned.ts';
import { STACKS } from '../registry.ts';
import { genericStack } from './generic-stack.ts';

const C = { Makefile: 'pager: main.c\n', 'main.c': 'a.sin_port = htons(7700); path = "/health";' };
const plan = (files: Readonly<Record<string, string>>, options = {}) => {
  const app = appOf(files);
  const seen = genericStack.detect(app, true);
  if (!seen || !('details' in seen)) throw new Error('not found');
  const planned = genericStack.plan(app, seen.details, { ...PLAIN_OPTIONS, ...options });
  if ('code' in planned) throw new Error(planned.message);
  return { ...planned, found: seen.evidence.map(({ what, why }) => `${what}: ${why}`) };
};

test('it stands last, and speaks only where it is asked for', () => {
  expect(STACKS.at(-1)?.name).toBe('generic');
  expect(detectStacks(appOf(C)).found).toEqual([]);
  expect(askedStack(appOf(C), 'generic')).toMatchObject({ stack: { name: 'generic' } });
  expect(askedStack(appOf({}), 'generic')).toMatchObject({ code: 'setup/not-that-stack' });
});

test('two stages, a user, a health check and an init, with what is guessed printed', () => {
  const app = plan(C);
  expect(app.found).toEqual([
    'a start to fill in: asked for by --stack generic',
    'build by make: guessed by Makefile',
    'program pager: guessed by Makefile',
    'port 7700: main.c listens on it',
    'health route /health: declared in main.c',
  ]);
  expect(stageText(app, 'build')).toContain('RUN make \\\n    && mkdir /out \\\n    && cp pager /out/');
  const runtime = stageText(app, 'runtime')!;
  expect(runtime).toContain('COPY --from=build /out ./\nUSER 1000:1000\n');
  expect(runtime).toContain('EXPOSE 7700\n');
  expect(runtime).toContain('CMD ["probe", "http://127.0.0.1:7700/health", "300"]');
  expect(runtime).toContain('ENTRYPOINT ["tini", "-g", "--", "/app/pager"]');
  expect(app.ignore).toContain('**/*.a\npager\n');
  expect(app.service).toMatchObject({ port: 7700, user: '1000:1000', writable: ['/tmp'] });
});

test('where nothing tells, everything ships, and the rest is named to be filled in', () => {
  const app = plan({ 'app.pl': 'print 1' }, { privateRegistry: true });
  expect(app.found).toContain('no program: no file tells');
  expect(app.found).toContain('port 8080: guessed: the usual one');
  expect(stageText(app, 'build')).toContain('RUN mkdir /out \\\n    && cp -R . /out/');
  expect(app.dockerfile).toContain('starts the app; nothing told it.\nENTRYPOINT ["tini", "-g", "--", "/app/start"]');
  expect(app.dockerfile).toContain('"http://127.0.0.1:8080/", "500"]');
  expect(app.notes.join()).toMatch(/fill in what its comments name.*--mount=type=secret/);
});

test('a script is started by its shell, on what is asked for', () => {
  const app = plan({ 'start.sh': '#!/bin/sh\nexec nc -l -p "${PORT:-9000}"\n' }, { base: 'alpine', port: 9001 });
  const runtime = stageText(app, 'runtime')!;
  expect(runtime).toContain('FROM alpine:${ALPINE_VERSION} AS runtime');
  expect(runtime).toContain('ENV PORT=9001\n');
  expect(runtime).toContain('CMD ["nc", "-z", "127.0.0.1", "9001"]');
  expect(runtime).toContain('"sh", "/app/start.sh"]');
});

test('CMake', () => {
  const app = plan({ 'CMakeLists.txt': 'add_executable(pager main.cpp)' });
  expect(app.dockerfile).toContain('--no-install-recommends cmake g++ gcc libc6-dev make');
  expect(app.dockerfile).toContain('cp build/pager /out/');
  expect(app.dockerfile).toContain('"/app/pager"]');
});
