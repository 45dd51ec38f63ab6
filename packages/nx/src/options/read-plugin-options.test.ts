import { describe, expect, test } from '@jest/globals';
import { composeTargets, containerTargets } from '../inference/day-targets.ts';
import { DAY_TARGETS, readPluginOptions } from './read-plugin-options.ts';

describe('readPluginOptions', () => {
  test.each<[string, unknown, object]>([
    ['nothing', undefined, {}],
    [
      'what fits',
      { exclude: ['a/**'], images: false, targetName: 'l' },
      { exclude: ['a/**'], images: false, targetName: 'l' },
    ],
    [
      'names that change places',
      { targetName: 'docker-build', buildTargetName: 'x' },
      { targetName: 'docker-build', buildTargetName: 'x' },
    ],
  ])('%s', (_, raw, options) => {
    expect(readPluginOptions(raw)).toEqual({ options, faults: [] });
  });

  test.each<[string, unknown, string]>([
    ['a text for a list', { exclude: 'apps/**' }, 'exclude is "apps/**"; it has to be a list of texts: ["apps/**"].'],
    ['a list of something else', { exclude: [1] }, 'exclude is [1]; it has to be a list of texts.'],
    ['a text for yes or no', { images: 'false' }, 'images is "false"; it has to be true or false.'],
    ['a number for a text', { targetName: 42 }, 'targetName is 42; it has to be a text.'],
    ['no name', { targetName: '' }, 'targetName is ""; it has to be a text.'],
    ['an unknown option', { targetname: 'x' }, 'There is no option targetname; did you mean targetName?'],
    ['one that objects have anyway', { toString: 'x' }, 'There is no option toString.'],
    ['no options at all', 'x', 'options is "x"; it has to be an object.'],
  ])('%s counts as not given', (_, raw, fault) => {
    expect(readPluginOptions(raw)).toEqual({ options: {}, faults: [fault] });
  });

  test.each([
    ['an option', { targetName: 'docker-build', include: ['a'] }, 'targetName', 'buildTargetName'],
    ['another', { buildTargetName: 'x', pushTargetName: 'x', include: ['a'] }, 'buildTargetName', 'pushTargetName'],
    ['no option', { scanTargetName: 'docker-run', include: ['a'] }, 'scanTargetName', 'docker-run'],
  ])('a name that is the one of %s', (_, raw, name, other) => {
    const { options, faults } = readPluginOptions(raw);
    expect(options).toEqual({ include: ['a'] });
    expect(faults).toEqual([expect.stringMatching(new RegExp(`^${name} is .* \\(${other}\\)`))]);
  });

  test('knows the targets whose names stand fast', () => {
    const image = { project: 'a', root: 'a', dockerfile: 'a/Dockerfile', makers: [], unknownMaker: false };
    const targets = { ...containerTargets([image], 'b'), ...composeTargets() };
    expect(DAY_TARGETS).toEqual(Object.keys(targets));
  });
});
