import { unknown, unresolved } from '../kernel/unsure.ts';
import { dockerfileOf } from '../testing/dockerfile-of.ts';
import { copiedOf } from './copied.ts';

const copied = (text: string) => copiedOf(dockerfileOf(text).stages.at(-1)!);
const readable = (text: string) =>
  copied(`FROM debian:12\n${text}\nUSER app\n`).map(({ readableByUser }) => readableByUser);

describe('copiedOf', () => {
  test('one for each source, of the whole chain', () => {
    const found = copied(
      'FROM debian:12 AS a\nWORKDIR /app\nCOPY x y ./\nFROM a\nCOPY --chown=app:app --chmod=640 z /z\n',
    );
    expect(found.map(({ source, target, owner, mode }) => [source.text, target, owner, mode])).toEqual([
      ['x', '/app', 'root', undefined],
      ['y', '/app', 'root', undefined],
      ['z', '/z', 'app:app', '640'],
    ]);
    expect(found.every(({ stage }) => stage.index === 1)).toBe(true);
  });

  test('a relative target in an unknown folder is unresolved', () => {
    expect(copied('FROM acme/unknown\nCOPY a b\n')[0]?.target).toBe(unresolved);
    expect(copied('FROM debian:12\nARG D\nCOPY a $D\n')[0]?.target).toBe(unresolved);
  });

  test('what comes from another stage keeps an owner and a mode that are not seen', () => {
    expect(copied('FROM debian:12\nCOPY --from=x /a /a\n')[0]).toMatchObject({
      owner: unknown,
      mode: unknown,
      readableByUser: true,
    });
  });
});

describe('readableByUser', () => {
  test.each([
    'COPY a /app/',
    'COPY --chmod=644 a /app/',
    'COPY --chmod=600 --chown=app a /app/',
    'COPY --chmod=a+r a /app/',
  ])('%s: yes', (text) => {
    expect(readable(text)).toEqual([true]);
  });

  test.each([
    'COPY a /root/a',
    'COPY --from=x /root/.local /root/.local',
    'COPY --chmod=600 a /app/',
    'COPY --chown=root --chmod=0700 a /app/',
    'ADD https://x/y /y',
  ])('%s: no', (text) => {
    expect(readable(text)).toEqual([false]);
  });

  test.each([
    'COPY --chmod=640 a /app/',
    'COPY --chmod=600 --chown=1000 a /app/',
    'COPY --from=x /a /a',
    'ARG M\nCOPY --chmod=$M a /app/',
    'COPY a /root/a\nRUN chmod 755 /root',
    'COPY --chmod=600 a /app/a\nRUN chown -R app /app',
    'COPY --chmod=600 a /app/a\nRUN ./fix.sh',
  ])('%s: unknown', (text) => {
    expect(readable(text)).toEqual([unknown]);
  });

  test('a command elsewhere changes nothing', () => {
    expect(readable('COPY --chmod=600 a /app/a\nRUN chown app /other')).toEqual([false]);
  });

  test('root reads everything, and of an unknown user nothing is known', () => {
    expect(copied('FROM debian:12\nCOPY --chmod=600 a /root/a\n')[0]?.readableByUser).toBe(true);
    expect(copied('FROM acme/unknown\nCOPY --chmod=600 a /root/a\n')[0]?.readableByUser).toBe(unknown);
    expect(copied('FROM acme/unknown\nCOPY a /root/a\nUSER app\n')[0]?.readableByUser).toBe(unknown);
  });

  test('the user of the stage counts, not that of the COPY', () => {
    const text = 'FROM debian:12 AS a\nCOPY --chmod=600 a /a\nFROM a\nUSER app\n';
    const { stages } = dockerfileOf(text);
    expect(stages.map((stage) => copiedOf(stage)[0]?.readableByUser)).toEqual([true, false]);
  });
});
