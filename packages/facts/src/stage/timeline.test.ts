import { placeOf } from '../model/dockerfile.ts';
import { dockerfileOf } from '../testing/dockerfile-of.ts';
import { instructionOf } from '../testing/instruction-of.ts';
import { textsAt } from '../testing/texts-at.ts';
import { allBefore, endOf, lastBefore, momentBefore, timelineOf } from './timeline.ts';

const keywords = (text: string, index: number) => {
  const { instructions, end } = timelineOf(dockerfileOf(text).stages[index]!);
  return instructions.slice(0, end).map(({ node }) => node.logical.text.trim());
};

describe('timelineOf', () => {
  test('begins with the triggers of the stage that it builds on', () => {
    const text = 'FROM node AS a\nONBUILD USER x\nUSER y\nFROM a AS b\nUSER z\nFROM b\nRUN ls\n';
    expect(keywords(text, 1)).toEqual(['ONBUILD USER x', 'USER z']);
    expect(keywords(text, 2)).toEqual(['RUN ls']);
  });

  test('its own triggers do nothing to a stage', () => {
    expect(keywords('FROM node\nONBUILD USER x\nRUN ls\n', 0)).toEqual(['RUN ls']);
  });
});

describe('lastBefore', () => {
  const file = dockerfileOf('FROM node AS a\nUSER one\nFROM a\nRUN ls\nUSER two\nRUN pwd\n');
  const last = (moment: Parameters<typeof lastBefore>[0]) => lastBefore(moment, 'user')?.instruction.node.logical.text;

  test('looks above the instruction, then in the stages it builds on', () => {
    expect(last(momentBefore(instructionOf(file, 'run', 0))!)).toBe('USER one');
    expect(last(momentBefore(instructionOf(file, 'run', 1))!)).toBe('USER two');
    expect(last(momentBefore(instructionOf(file, 'user', 0))!)).toBeUndefined();
    expect(last(endOf(file.stages[0]!))).toBe('USER one');
  });

  test('finds nothing before the first FROM', () => {
    expect(momentBefore(instructionOf(dockerfileOf('ARG A\nFROM node\n'), 'arg'))).toBeUndefined();
  });

  test('a trigger finds the finished stage and the triggers above it', () => {
    const triggers = dockerfileOf('FROM node\nONBUILD USER x\nONBUILD RUN ls\nUSER y\nRUN ls\n');
    expect(last(momentBefore(instructionOf(triggers, 'run', 0))!)).toBe('ONBUILD USER x');
    expect(last(momentBefore(instructionOf(triggers, 'user', 0))!)).toBe('USER y');
    expect(last(momentBefore(instructionOf(triggers, 'onbuild', 1))!)).toBe('ONBUILD USER x');
    expect(last(momentBefore(instructionOf(triggers, 'onbuild', 0))!)).toBe('USER y');
  });
});

test('allBefore gives those of the oldest stage first', () => {
  const file = dockerfileOf('FROM node AS a\nEXPOSE 1\nFROM a\nEXPOSE 2\nEXPOSE 3\n');
  const found = allBefore(endOf(file.stages[1]!), 'expose');
  expect(textsAt(found.map(({ node }) => ({ place: placeOf(file, node.argsSpan) })))).toEqual(['1', '2', '3']);
});
