import type { CommandSpec } from './option-entry.ts';
import { parseArguments } from './parse-arguments.ts';

const spec = (more: Partial<CommandSpec> = {}): CommandSpec => ({
  name: 'pin',
  summary: '',
  operands: '[path…]',
  options: {
    check: { type: 'boolean', description: '' },
    pack: { type: 'string[]', value: 'NAME', description: '' },
    tail: { type: 'number', value: 'LINES', description: '' },
    format: { type: 'string', choices: ['tree', 'json'], description: '' },
  },
  examples: [],
  ...more,
});
const parse = (line: string, more?: Partial<CommandSpec>) =>
  parseArguments(spec(more), line.split(' ').filter(Boolean));

test.each([
  ['', {}],
  ['--check --tail 3', { check: true, tail: 3 }],
  ['--pack a --pack=b', { pack: ['a', 'b'] }],
  ['--format json --format tree', { format: 'tree' }],
])('%s', (line, values) => expect(parse(line)).toEqual({ operands: [], values }));

test('what stands between options, and all behind --', () => {
  expect(parse('a --check b -- --pack')).toEqual({ operands: ['a', 'b', '--pack'], values: { check: true } });
});

test.each(['--help', '-h', 'a --nonsense -h'])('who asks for help gets it: %s', (line) => {
  expect(parse(line)).toEqual({ help: true });
});

test.each([
  ['--chekc', 'pin has no option --chekc: did you mean --check?'],
  ['--che', 'pin has no option --che: did you mean --check?'],
  ['--constructor', 'pin has no option --constructor; dockwarden help pin lists them'],
  ['--check=yes', '--check takes no value'],
  ['--pack', '--pack needs a value: --pack NAME'],
  ['--tail few', '--tail needs a whole number, not "few"'],
  ['--format jsn', '--format is tree, json, not "jsn": did you mean json?'],
])('%s', (line, fault) => expect(parse(line)).toEqual({ fault }));

test('where nothing may stand, the help is named, or what to ask instead', () => {
  expect(parse('api', { operands: '' })).toEqual({ fault: 'pin takes no "api": dockwarden help pin' });
  expect(parse('api', { operands: '', instead: 'dockwarden facts FILE prints one' })).toEqual({
    fault: 'pin takes no "api": dockwarden facts FILE prints one',
  });
});
