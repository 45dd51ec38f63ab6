import { composeReading } from './compose-reading.ts';

test('a run without Compose files loads nothing', async () =>
  expect(await composeReading([{ kind: 'dockerfile' }])).toEqual({}));

test('a Compose file is read and held against the schema', async () =>
  expect(await composeReading([{ kind: 'dockerfile' }, { kind: 'compose' }])).toEqual({
    parseYaml: expect.any(Function),
    checkSchema: expect.any(Function),
  }));
