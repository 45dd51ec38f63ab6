import { describe, expect, test } from '@jest/globals';
import { BUILD_TASK_OPTIONS, SCAN_TASK_OPTIONS } from './image-task-options.ts';
import { LINT_OPTIONS } from './lint-options.ts';
import { readValues } from './read-values.ts';

const read = (raw: Record<string, unknown>) => readValues(LINT_OPTIONS, raw);

describe('readValues', () => {
  test('takes values as a configuration and as a command line give them', () => {
    expect(read({ fix: true, maxWarnings: 3, format: ['json=a'], failOn: 'info' })).toEqual({
      values: { fix: true, maxWarnings: 3, format: ['json=a'], failOn: 'info' },
    });
    expect(read({ fix: 'false', maxWarnings: '0', format: 'json=a,pretty' })).toEqual({
      values: { fix: false, maxWarnings: 0, format: ['json=a', 'pretty'] },
    });
  });

  test('a value that has commas of its own is one', () => {
    const cacheTo = 'type=gha,scope={image},mode=max';
    expect(readValues(BUILD_TASK_OPTIONS, { cacheTo, platform: 'linux/amd64,linux/arm64' })).toEqual({
      values: { cacheTo: [cacheTo], platform: ['linux/amd64', 'linux/arm64'] },
    });
  });

  test('of a list each item has to be one of the choices', () => {
    for (const scanner of [['trivy', 'hadolint'], 'trivy,hadolint'])
      expect(readValues(SCAN_TASK_OPTIONS, { scanner })).toEqual({ values: { scanner: ['trivy', 'hadolint'] } });
    const fault = 'scanner is ["trivy","grype"]; it has to be trivy, docker-scout or hadolint.';
    expect(readValues(SCAN_TASK_OPTIONS, { scanner: ['trivy', 'grype'] })).toEqual({ fault });
  });

  test('leaves options of other targets alone', () => {
    expect(read({ quiet: true, __overrides_unparsed__: [] })).toEqual({ values: {} });
  });

  test.each([
    [{ failOn: 'fatal' }, 'failOn is "fatal"; it has to be error, warning or info.'],
    [{ maxWarnings: 'three' }, 'maxWarnings is "three"; it has to be a whole number, 0 or more.'],
    [{ maxWarnings: -1 }, 'maxWarnings is -1; it has to be a whole number, 0 or more.'],
    [{ maxWarnings: '' }, 'maxWarnings is ""; it has to be a whole number, 0 or more.'],
    [{ fix: 'yes' }, 'fix is "yes"; it has to be true or false.'],
    [{ config: true }, 'config is true; it has to be a text.'],
    [{ pack: [1] }, 'pack is [1]; it has to be a list of texts.'],
  ])('%o', (raw, fault) => {
    expect(read(raw)).toEqual({ fault });
  });
});
