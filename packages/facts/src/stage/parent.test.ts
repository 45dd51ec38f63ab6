import { unknown } from '../kernel/unsure.ts';
import { dockerfileOf } from '../testing/dockerfile-of.ts';
import { baseOf, chainOf, parentOf } from './parent.ts';

const kinds = (text: string) => dockerfileOf(text).stages.map((stage) => baseOf(stage).kind);
const parents = (text: string) =>
  dockerfileOf(text).stages.map((stage) => {
    const parent = parentOf(stage);
    return typeof parent === 'object' ? parent.index : parent;
  });

describe('parentOf', () => {
  test('follows names in any case, to the nearest stage above', () => {
    expect(parents('FROM node AS Base\nFROM BASE AS base\nFROM base\nFROM base AS x\n')).toEqual([undefined, 0, 1, 1]);
  });

  test('a stage is not its own parent, nor is a later one', () => {
    expect(parents('FROM a AS a\nFROM b AS x\nFROM a AS b\n')).toEqual([undefined, undefined, 0]);
  });

  test('a number names no stage in FROM', () => {
    expect(parents('FROM node\nFROM 0\n')).toEqual([undefined, undefined]);
  });

  test('global ARGs are expanded, with their defaults', () => {
    expect(parents('ARG FROM_STAGE=one\nFROM node AS one\nFROM ${FROM_STAGE}\nFROM ${OTHER:-one}\n')).toEqual([
      undefined,
      0,
      0,
    ]);
  });

  test('is unknown where a variable without a value decides', () => {
    expect(parents('ARG VARIANT\nFROM node AS base-a\nFROM base-${VARIANT}\n')).toEqual([undefined, unknown]);
  });

  test('a variable in a tag makes no stage of an image', () => {
    expect(kinds('ARG TAG\nFROM node AS node\nFROM node:${TAG}\n')).toEqual(['image', 'image']);
  });
});

describe('baseOf', () => {
  test('tells images, scratch and stages apart', () => {
    expect(kinds('FROM scratch\nFROM node AS x\nFROM x\nFROM "node:22"\n')).toEqual([
      'scratch',
      'image',
      'stage',
      'image',
    ]);
  });

  test('a stage named scratch hides the empty image', () => {
    expect(kinds('FROM node AS scratch\nFROM scratch\n')).toEqual(['image', 'stage']);
  });

  test('is unknown in a fragment, after a bare FROM and for a bare variable', () => {
    expect(kinds('RUN ls\n')).toEqual([unknown]);
    expect(kinds('FROM\n')).toEqual([unknown]);
    expect(kinds('ARG IMAGE\nFROM ${IMAGE}\n')).toEqual([unknown]);
  });
});

test('chainOf goes from a stage to the oldest', () => {
  const { stages } = dockerfileOf('FROM node AS a\nFROM a AS b\nFROM x AS c\nFROM b\n');
  expect(chainOf(stages[3]!).map(({ index }) => index)).toEqual([3, 1, 0]);
});

test('a long chain of stages takes no time', () => {
  const text = `FROM node AS s0\n${Array.from({ length: 3000 }, (_, at) => `FROM s${at} AS s${at + 1}\nENV A=$A\n`).join('')}`;
  const started = Date.now();
  expect(chainOf(dockerfileOf(text).stages.at(-1)!)).toHaveLength(3001);
  expect(Date.now() - started).toBeLessThan(60_000);
});
