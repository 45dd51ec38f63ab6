import { describe, expect, test } from '@jest/globals';
import { validateOptsAgainstSchema } from 'nx/src/utils/params';
import { jsonSchema } from './json-schema.ts';
import { SCHEMAS } from './schemas.ts';

const schema = (file: string) => {
  const source = SCHEMAS.find((candidate) => candidate.file === file);
  if (!source) throw new Error(`no schema ${file}`);
  // biome-ignore lint/suspicious/noExplicitAny: the type of Nx is wider than what we write.
  return jsonSchema(source) as any;
};

describe('jsonSchema, as Nx reads it', () => {
  test('takes the options of a lint', () => {
    const options = { files: ['a'], failOn: 'warning', maxWarnings: 3, format: ['json=x'], fix: true, cache: false };
    expect(() => validateOptsAgainstSchema(options, schema('lint'))).not.toThrow();
  });

  test.each([{ failOn: 'fatal' }, { maxWarnings: 'three' }, { fix: 'yes' }, { config: true }, { format: 'json' }])(
    'leaves %o to us: Nx would crash the batch',
    (options) => {
      expect(() => validateOptsAgainstSchema(options, schema('lint'))).not.toThrow();
    },
  );

  test('an executor bears options of others, a generator does not', () => {
    expect(() => validateOptsAgainstSchema({ quiet: true }, schema('lint'))).not.toThrow();
    expect(() => validateOptsAgainstSchema({ unsaf: true }, schema('docker-fix'))).toThrow("'unsaf'");
  });

  test('the project of docker-fix is its first argument', () => {
    expect(schema('docker-fix').properties.project.$default).toEqual({ $source: 'argv', index: 0 });
  });
});
