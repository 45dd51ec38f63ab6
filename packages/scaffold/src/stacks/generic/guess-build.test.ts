import { appOf } from '../../testing/app-of.ts';
import { guessBuild } from './guess-build.ts';

const make = (text: string, more = {}) => guessBuild(appOf({ Makefile: text, ...more })).program;

test('what make makes', () => {
  expect(make('.PHONY: all clean\nall: bin/pager docs\nclean:\n\trm\n')).toBe('bin/pager');
  expect(make('CC := gcc\nNAME ?= x\nprog: main.o\n\tcc\nmain.o: main.c\n')).toBe('prog');
  expect(make('.PHONY: src\nsrc:\n$(NAME): x\n%.o: %.c\ntest:\n')).toBeUndefined();
  expect(make('server: server/main.c\nother:\n', { 'server/main.c': '' })).toBe('other');
});

test('a program of CMake, a script by its first line, or nothing', () => {
  const cmake = { 'CMakeLists.txt': 'project(x)\nadd_executable(pager src/main.c)\n', 'start.sh': '' };
  expect(guessBuild(appOf(cmake))).toEqual({ tool: 'cmake', program: 'build/pager', why: 'CMakeLists.txt' });
  expect(guessBuild(appOf({ 'run.sh': '#!/usr/bin/env bash\n' }))).toMatchObject({
    program: 'run.sh',
    interpreter: 'bash',
  });
  expect(guessBuild(appOf({ 'a/start.sh': '#!/bin/sh\n' }, { root: 'a' }))).toEqual({
    program: 'start.sh',
    interpreter: 'sh',
    why: 'a/start.sh',
  });
  expect(guessBuild(appOf({ 'app.pl': '' }))).toEqual({});
});
