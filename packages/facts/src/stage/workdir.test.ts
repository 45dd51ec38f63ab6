import { unknown, unresolved } from '../kernel/unsure.ts';
import { dockerfileOf } from '../testing/dockerfile-of.ts';
import { instructionOf } from '../testing/instruction-of.ts';
import { workdirAt, workdirOf, workdirSetBy } from './workdir.ts';

const last = (text: string) => workdirOf(dockerfileOf(text).stages.at(-1)!);

describe('workdirOf', () => {
  test.each([
    ['FROM scratch\nWORKDIR /app\n', '/app'],
    ['FROM scratch\nWORKDIR /a\nWORKDIR b\nWORKDIR ../c/\n', '/a/c'],
    ['FROM scratch\nWORKDIR app\n', '/app'],
    ['FROM scratch AS a\nWORKDIR /a\nFROM a\nWORKDIR b\n', '/a/b'],
    ['FROM scratch\nENV D=x\nWORKDIR /srv/${D}\n', '/srv/x'],
    ['FROM scratch\nWORKDIR "/with blank"\n', '/with blank'],
    ['# escape=`\nFROM scratch\nWORKDIR C:\\app\n', 'C:\\app'],
    ['FROM acme/unknown\nWORKDIR /app\n', '/app'],
    ['FROM scratch\nONBUILD WORKDIR /x\nWORKDIR /y\n', '/y'],
  ])('%j ends in %s', (text, expected) => {
    expect(last(text)).toBe(expected);
  });

  test('is absent where nothing sets one', () => {
    expect(last('FROM scratch\nRUN ls\n')).toBeUndefined();
  });

  test('is unknown under an unknown base, and unresolved once something relative is added', () => {
    expect(last('FROM acme/unknown\n')).toBe(unknown);
    expect(last('FROM acme/unknown\nWORKDIR app\n')).toBe(unresolved);
    expect(last('FROM scratch\nARG D\nWORKDIR $D\nWORKDIR sub\n')).toBe(unresolved);
    expect(last('RUN ls\n')).toBe(unknown);
  });
});

test('workdirAt is what an instruction finds', () => {
  const file = dockerfileOf('ARG A\nFROM scratch\nRUN one\nWORKDIR /app\nRUN two\n');
  expect(workdirAt(instructionOf(file, 'run', 0))).toBeUndefined();
  expect(workdirAt(instructionOf(file, 'workdir'))).toBeUndefined();
  expect(workdirAt(instructionOf(file, 'run', 1))).toBe('/app');
  expect(workdirAt(instructionOf(file, 'arg'))).toBeUndefined();
});

test('workdirSetBy is the WORKDIR above, also of a stage that it builds on', () => {
  const file = dockerfileOf('FROM php:8 AS a\nWORKDIR /a\nWORKDIR b\nFROM a\nRUN one\nFROM php:8\nRUN two\n');
  expect(workdirSetBy(instructionOf(file, 'run', 0))).toBe(instructionOf(file, 'workdir', 1));
  expect(workdirSetBy(instructionOf(file, 'workdir', 1))).toBe(instructionOf(file, 'workdir', 0));
  expect(workdirSetBy(instructionOf(file, 'workdir', 0))).toBeUndefined();
  expect(workdirSetBy(instructionOf(file, 'run', 1))).toBeUndefined();
});
