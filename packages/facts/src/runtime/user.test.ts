import { textAt } from '@dockwarden-internal/syntax';
import { known, unknown, unresolved } from '../kernel/unsure.ts';
import { dockerfileOf } from '../testing/dockerfile-of.ts';
import { instructionOf } from '../testing/instruction-of.ts';
import { userAt, userOf } from './user.ts';

const user = (text: string) => known(userOf(dockerfileOf(text).stages.at(-1)!))!;

describe('userOf', () => {
  test.each([
    ['FROM debian:12\nUSER root:staff\n', 'root:staff', true, 'root:staff'],
    ['FROM debian:12\nUSER 0\n', '0', true, '0'],
    ['FROM debian:12\nCMD ["id"]\n', 'root', true, 'debian:12'],
    ['FROM debian:12 AS base\nUSER root\nFROM base\n', 'root', true, 'root'],
    ['FROM debian:12 AS base\nUSER app\nFROM base\n', 'app', false, 'app'],
    ['FROM debian:12\nUSER app\nUSER 0\nUSER 1000:1000\n', '1000:1000', false, '1000:1000'],
    ['FROM debian:12\nARG UID=1000\nUSER ${UID}\n', '1000', false, '${UID}'],
    ['FROM scratch\nCOPY a /a\n', 'root', true, 'scratch'],
    ['FROM debian:12\nONBUILD USER app\n', 'root', true, 'debian:12'],
    ['FROM debian:12 AS b\nONBUILD USER app\nFROM b\n', 'app', false, 'app'],
  ])('%j runs as %s', (text, spec, root, at) => {
    const found = user(text);
    expect(found).toMatchObject({ spec, root });
    expect(textAt(found.place)).toBe(at);
  });

  test('the base image is named with its variables resolved, as far as they are', () => {
    expect(user('ARG BASE=debian:12\nFROM $BASE\n').origin).toBe('the base image debian:12');
    expect(user('ARG BASE\nFROM $BASE\n').origin).toBe('the base image $BASE');
  });

  test('a base image that sets a user', () => {
    expect(user('FROM gcr.io/distroless/static:nonroot\n').root).toBe(false);
  });

  test('is unknown under an unknown base, and says so of which', () => {
    expect(user('FROM acme/unknown\n')).toMatchObject({
      spec: unknown,
      root: unknown,
      origin: 'the base image acme/unknown',
    });
    expect(user('RUN ls\n').root).toBe(unknown);
  });

  test('is unresolved where a variable has no value', () => {
    expect(user('FROM debian:12\nARG WHO\nUSER $WHO\n')).toMatchObject({
      spec: unresolved,
      root: unresolved,
      origin: 'USER',
    });
  });
});

test('userAt is who an instruction runs as', () => {
  const file = dockerfileOf('ARG A\nFROM debian:12\nRUN a\nUSER app\nRUN b\n');
  expect(known(userAt(instructionOf(file, 'run', 0)))?.spec).toBe('root');
  expect(known(userAt(instructionOf(file, 'run', 1)))?.spec).toBe('app');
  expect(userAt(instructionOf(file, 'arg'))).toBeUndefined();
});
