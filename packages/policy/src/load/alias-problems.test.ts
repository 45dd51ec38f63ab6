import type { PolicyDocument } from '../document.ts';
import { aliasProblems } from './alias-problems.ts';

const problems = (aliases: string[], ofCheck: string[] = []) =>
  aliasProblems({ aliases, checks: { a: { aliases: ofCheck } } } as unknown as PolicyDocument);

test('rules of other tools, and those of a team', () => {
  expect(
    problems(['hadolint:DL3008', 'hadolint:SC2086', 'buildkit:StageNameCasing', 'house:4.2'], ['cis:4.6']),
  ).toEqual([]);
});

test('a rule that its tool does not have', () => {
  expect(problems(['trivy:DS-0001'], ['house:1', 'hadolint:DL3O08'])).toEqual([
    {
      code: 'policy/alias',
      path: ['checks', 'a', 'aliases', 1],
      message: '`DL3O08` is no rule of hadolint',
      hint: 'did you mean `hadolint:DL3008`?',
    },
  ]);
});

test('a tool that is nearly one, and none', () => {
  expect(problems(['hadolnt:DL3008'])[0]).toMatchObject({ path: ['aliases', 0], hint: 'did you mean hadolint:…?' });
  expect(problems(['DL3008'])[0]).toMatchObject({ message: 'the alias `DL3008` names no tool' });
  expect(problems(['constructor:x', '__proto__:x'])).toEqual([]);
});
