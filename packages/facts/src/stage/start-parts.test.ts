import { dockerfileOf } from '../testing/dockerfile-of.ts';
import { argvOf } from './start-parts.ts';

const stage = (text: string) => dockerfileOf(text).stages.at(-1)!;

test('ENTRYPOINT drops the CMD of the stage that it builds on, not that of its own stage', () => {
  expect(argvOf(stage('FROM debian:12 AS a\nCMD ["x"]\nFROM a\nENTRYPOINT ["e"]\n'))).toEqual({
    entrypoint: ['e'],
    cmd: [],
  });
  expect(argvOf(stage('FROM debian:12\nCMD ["x"]\nENTRYPOINT ["e"]\n'))).toEqual({ entrypoint: ['e'], cmd: ['x'] });
});

test('the shell in force runs the shell form', () => {
  expect(argvOf(stage('FROM debian:12\nSHELL ["/bin/bash", "-ec"]\nCMD ls -l\n')).cmd).toEqual([
    '/bin/bash',
    '-ec',
    'ls -l',
  ]);
});
