import { textAt } from '@dockwarden-internal/syntax';
import { dockerfileOf } from '../testing/dockerfile-of.ts';
import { usesOf } from './uses.ts';
import { variablesOf } from './variables-of.ts';

/** Uses of the first variable of a file. */
const uses = (text: string) => {
  const variable = dockerfileOf(text).instructions.flatMap(variablesOf)[0]!;
  return usesOf(variable).map(({ place }) => textAt(place));
};

describe('usesOf', () => {
  test.each([
    ['FROM node:22\nARG A\nRUN echo $A\n', ['$A']],
    ['FROM node:22\nARG A\nCOPY $A x\nRUN echo ${A} $A\n', ['$A', '${A}', '$A']],
    ['FROM node:22 AS x\nARG A\nFROM x\nRUN echo $A\n', ['$A']],
    ['FROM node:22\nARG A\nARG A=2\nRUN echo $A\n', []],
    ['FROM node:22\nRUN echo $A\nARG A=1\n', []],
    ['FROM node:22\nARG A=1\nFROM debian\nRUN echo $A\n', []],
    ['ARG A=1\nFROM node:$A\n', ['$A']],
    ['ARG A=1\nFROM node:22\nARG A\n', ['A']],
    ['ARG A=1\nFROM node:22\nARG A=2\n', []],
    ['ARG A=1\nARG B=$A\nFROM node:22\n', ['$A']],
    ['FROM node:22\nARG A=1 B=$A\n', ['$A']],
    ['FROM node:22\nARG A=1\nCMD echo $A\n', []],
    ['FROM node:22\nENV A=1\nCMD echo $A\n', ['$A']],
    ['FROM node:22\nARG A=1\nRUN A=2; echo $A\n', []],
    ['FROM node:22\nARG A=1\nRUN ["echo", "$A"]\n', []],
  ])('%j: %j', (text, expected) => {
    expect(uses(text)).toEqual(expected);
  });

  test('names in text that no POSIX shell reads', () => {
    const shell = 'FROM debian:12\nARG SUM=1\nARG OTHER\nSHELL ["pwsh", "-Command"]\n';
    expect(uses(`${shell}RUN if ($Env:SUM) { ls }\n`)).toEqual(['SUM']);
    expect(uses(`${shell}RUN ls $SUMS\n`)).toEqual([]);
    expect(uses('FROM debian:12\nARG A=1\nRUN <<EOF\n#!/usr/bin/env python3\nprint(os.environ["A"])\nEOF\n')).toEqual([
      'A',
    ]);
  });

  test('commands that read a variable by themselves', () => {
    expect(uses('FROM debian:12\nARG DEBIAN_FRONTEND=noninteractive\nRUN apt-get update && ls\n')).toEqual([
      'apt-get update',
    ]);
    expect(uses('FROM node:22\nARG NODE_ENV\nRUN npm ci\nRUN ls\n')).toEqual(['npm ci']);
    expect(uses('FROM node:22\nARG DEBIAN_FRONTEND\nRUN npm ci\n')).toEqual([]);
    expect(uses('FROM golang:1\nARG CGO_ENABLED=0\nRUN go build\n')).toEqual(['go build']);
  });
});
