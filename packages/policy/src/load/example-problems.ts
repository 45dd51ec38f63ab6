import type { BadExample, ExampleSetting, PolicyDocument } from '../document.ts';
import type { DocumentPath, Problem } from '../problem.ts';

/** What an example says that nothing would ever look at, and checks that are not there. */
export function exampleProblems({ checks = {}, examples }: PolicyDocument): Problem[] {
  const names = Object.keys(checks);
  const { good = [], bad = [] } = examples ?? {};
  return [
    ...good.flatMap((each, index) => (typeof each === 'string' ? [] : textProblems(each, ['examples', 'good', index]))),
    ...bad.flatMap((each, index) => [
      ...textProblems(each, ['examples', 'bad', index]),
      ...expectProblems(each, ['examples', 'bad', index]),
      ...checkProblems(each, names, ['examples', 'bad', index]),
    ]),
  ];
}

function textProblems({ code, files }: ExampleSetting, at: DocumentPath): Problem[] {
  if (code !== undefined && files !== undefined) {
    const hint = 'write the Dockerfile under its name among the files';
    return [{ ...shape([...at, 'code'], 'an example has either `code` or `files`'), atKey: true, hint }];
  }
  if (code !== undefined || files !== undefined) return [];
  return [shape(at, 'an example has `code`, a Dockerfile, or `files`')];
}

function expectProblems(bad: BadExample, at: DocumentPath): Problem[] {
  if (bad.expect === undefined) return [];
  const beside = (['check', 'at', 'line', 'message'] as const).filter((key) => bad[key] !== undefined);
  return beside.map((key) => ({
    ...shape([...at, key], `\`${key}\` beside \`expect\` says nothing`),
    atKey: true,
    hint: 'write it into an entry of `expect`',
  }));
}

function checkProblems({ check, expect = [] }: BadExample, names: readonly string[], at: DocumentPath): Problem[] {
  const named: [string | undefined, DocumentPath][] = [
    [check, [...at, 'check']],
    ...expect.map((each, index): [string | undefined, DocumentPath] => [each.check, [...at, 'expect', index, 'check']]),
  ];
  return named
    .filter(([name]) => name !== undefined && !names.includes(name))
    .map(([name, path]) => {
      const hint = names.length > 0 ? `checks: ${names.join(', ')}` : 'this policy has a single check without a name';
      return { ...shape(path, `there is no check \`${name}\``), hint };
    });
}

function shape(path: DocumentPath, message: string): Problem {
  return { code: 'policy/shape', path, message };
}
