import { textAt } from '@dockwarden-internal/syntax';
import { known, unknown } from '../kernel/unsure.ts';
import { dockerfileOf } from '../testing/dockerfile-of.ts';
import { processOf } from './process.ts';

const stage = (text: string) => dockerfileOf(text).stages.at(-1)!;
const process = (text: string) => known(processOf(stage(text)))!;

describe('processOf', () => {
  test('ENTRYPOINT and CMD together', () => {
    const found = process('FROM debian:12\nENTRYPOINT ["tini", "--"]\nCMD ["node", "x.js"]\n');
    expect(found).toMatchObject({ program: 'node', init: true, shellWrapped: false });
    expect(found.words.map(({ text }) => text)).toEqual(['tini', '--', 'node', 'x.js']);
    expect(textAt(found.place)).toBe('["node", "x.js"]');
    expect(textAt(found.programPlace!)).toBe('"node"');
  });

  test('a CMD in shell form behind an ENTRYPOINT is run by a shell', () => {
    expect(process('FROM debian:12\nENTRYPOINT ["tini", "--"]\nCMD npm start\n')).toMatchObject({
      program: 'npm',
      init: true,
      shellWrapped: true,
    });
  });

  test('an ENTRYPOINT in shell form leaves CMD out', () => {
    const found = process('FROM debian:12\nENTRYPOINT exec node x.js\nCMD ["npm"]\n');
    expect(found).toMatchObject({ program: 'node', shellWrapped: false });
    expect(textAt(found.programPlace!)).toBe('node');
  });

  test('the last of a keyword counts, and triggers do not', () => {
    expect(process('FROM debian:12\nCMD ["a"]\nCMD ["b"]\nONBUILD CMD ["c"]\n').program).toBe('b');
  });

  test('what the base image starts, where the file says nothing', () => {
    expect(process('FROM node:22\n')).toMatchObject({ program: 'node' });
    expect(textAt(process('FROM node:22\n').place)).toBe('node:22');
  });

  test('the entrypoint of a base image starts the CMD', () => {
    expect(process('FROM node:22\nCMD ["npm", "start"]\n')).toMatchObject({
      program: 'npm',
      packageManager: true,
      init: false,
    });
  });

  test('is absent where nothing starts anything', () => {
    expect(processOf(stage('FROM scratch\nCOPY a /a\n'))).toBeUndefined();
  });

  test('is unknown under an unknown base, whose entrypoint may be an init', () => {
    expect(processOf(stage('FROM acme/unknown\n'))).toBe(unknown);
    expect(process('FROM acme/unknown\nCMD npm start\n')).toMatchObject({
      program: 'npm',
      init: unknown,
      shellWrapped: true,
    });
    expect(process('FROM acme/unknown\nENTRYPOINT ["node"]\n').init).toBe(false);
  });

  test('has the commands of its script', () => {
    const { commands } = process('FROM debian:12\nCMD migrate && exec node x.js\n');
    expect(commands.map(({ reading }) => reading.name)).toEqual(['migrate', 'node']);
  });
});
