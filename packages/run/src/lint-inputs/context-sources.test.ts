import { describe, expect, test } from '@jest/globals';
import { contextSources } from './context-sources.ts';

describe('contextSources', () => {
  test.each<[string, string, string[]]>([
    ['files and folders', 'COPY package.json apps/api/src ./', ['apps/api/src', 'package.json']],
    ['a glob', 'COPY package*.json ./', ['package*.json']],
    ['the JSON form', 'COPY ["a b.txt", "/app/"]', ['a b.txt']],
    ['ADD of a local archive', 'ADD rootfs.tar.gz /', ['rootfs.tar.gz']],
    ['flags before the sources', 'COPY --chown=1000:1000 --link src /app', ['src']],
    ['a leading slash, dots and a trailing slash', 'COPY /a/ ./b/../c /app/', ['a', 'c']],
    ['dots that lead out of the context', 'COPY ../../shared /app', ['shared']],
    ['lines that go on, with a comment between', 'COPY a \\\n# why\n  b \\\n  /app/', ['a', 'b']],
    ['a backtick as escape', '# escape=`\nCOPY a `\n b /app/', ['a', 'b']],
    ['Windows line ends', '# note\r\nCOPY a \\\r\n b /app/\r\nRUN x\r\n', ['a', 'b']],
    ['a variable: all below its folder', 'ARG APP\nCOPY apps/$APP/dist /app', ['apps/**']],
    ['a variable at the start: everything', 'ARG DIST\nCOPY $DIST /app', ['.']],
    ['one with a value of its own', 'ARG DIST=out/web\nCOPY $DIST /app', ['out/web']],
    [
      'all values that it is given',
      'ARG A=x\nFROM a\nARG A\nENV A="y"\nCOPY ${A}/c $A/d /app/',
      ['x/c', 'x/d', 'y/c', 'y/d'],
    ],
    ['one that nothing declares is empty, or of the base', 'COPY apps/${PREFIX}api /app', ['apps/**', 'apps/api']],
    ['the whole context', 'COPY . .', ['.']],
    ['a star is the whole context', 'COPY * /app/', ['.']],
    ['a bind mount', 'RUN --mount=type=bind,source=package.json,target=/p npm ci', ['package.json']],
    ['a mount of the default type', 'RUN --mount=target=/src,src=lib make', ['lib']],
    ['a bind mount without a source', 'RUN --mount=target=/src make', ['.']],
    ['a trigger', 'ONBUILD COPY app /app', ['app']],
    ['lower case', 'copy a /app/', ['a']],
  ])('%s', (_, text, sources) => {
    expect(contextSources(text)).toEqual(sources);
  });

  test.each([
    ['another stage', 'COPY --from=build /app/dist ./dist'],
    ['a heredoc', 'COPY <<EOF /etc/motd\nhello\nEOF'],
    ['an address', 'ADD https://example.com/x.tgz git@github.com:a/b.git /x/'],
    ['cache and secret mounts', 'RUN --mount=type=cache,target=/root/.npm --mount=type=secret,id=npm npm ci'],
    ['a mount of another stage', 'RUN --mount=type=bind,from=build,source=/out,target=/out ls'],
    ['a word that only begins like an instruction', 'RUNNER COPYING a b'],
  ])('nothing of the context: %s', (_, text) => {
    expect(contextSources(text)).toEqual([]);
  });

  test('hostile text ends in linear time', () => {
    const start = process.cpuUsage();
    contextSources(`COPY ${'"'.repeat(200_001)}\nRUN ${'--mount='.repeat(50_000)}\n${'\\ '.repeat(200_000)}`);
    const { user } = process.cpuUsage(start);
    expect(user).toBeLessThan(60_000_000);
  });
});
