import { readGoMod } from './go-mod.ts';

test('module, requirements, replacements, in blocks and alone, with any line endings', () => {
  const text = [
    'module "example.org/api" // the api',
    '',
    'go 1.27',
    'require example.org/a v1.0.0',
    'require (',
    '\texample.org/b v1.2.3 // indirect',
    '\t// example.org/c v1.2.3',
    ')',
    'replace example.org/a => ../a',
    'replace (',
    '  example.org/b v1.2.3 => example.org/fork v1.2.4',
    ')',
  ];
  const said = {
    module: 'example.org/api',
    requires: ['example.org/a', 'example.org/b'],
    replacedBy: ['../a'],
    uses: [],
  };
  expect(readGoMod(text.join('\n'))).toEqual(said);
  expect(readGoMod(text.join('\r\n'))).toEqual(said);
});

test('a workspace', () => {
  expect(readGoMod('go 1.27\n\nuse ./tools\nuse (\n\t./apps/api\n\t./libs/log\n)\n').uses).toEqual([
    './tools',
    './apps/api',
    './libs/log',
  ]);
});

test.each(['', ')', 'module', 'require (\n(', 'replace a =>', 'use (\nuse ('])('%j is read without a fault', (text) => {
  expect(readGoMod(text).module).toBeUndefined();
});
