import type { Vocabulary } from '@dockwarden-internal/facts';
import type { PolicyDocument } from '../document.ts';
import type { DocumentPath, Problem } from '../problem.ts';
import { isSubject, keywordKinds } from '../subject-kind.ts';
import { aliasProblems } from './alias-problems.ts';
import { exampleProblems } from './example-problems.ts';

/** What the schema cannot say: one form or the other, facts that a file has, examples that name checks which exist. */
export function shapeProblems(document: PolicyDocument, vocabulary: Vocabulary): Problem[] {
  return [
    ...formProblems(document),
    ...subjectProblems(document, vocabulary),
    ...aliasProblems(document),
    ...exampleProblems(document),
  ];
}

function formProblems({ checks, require, forbid }: PolicyDocument): Problem[] {
  if (!checks) {
    if ((require === undefined) !== (forbid === undefined)) return [];
    return [shape(['on'], 'a policy has either `checks`, or one of `require` and `forbid`')];
  }
  if (require !== undefined || forbid !== undefined)
    return [shape(['on'], 'a policy has either `checks`, or one of `require` and `forbid`')];
  if (Object.keys(checks).length === 0)
    return [
      { ...shape(['checks'], '`checks` is empty'), hint: 'write a check: its name, and what it requires or forbids' },
    ];
  return Object.entries(checks)
    .filter(([, check]) => (check.require === undefined) === (check.forbid === undefined))
    .map(([name]) => ({
      ...shape(['checks', name], `the check ${name} has exactly one of \`require\` and \`forbid\``),
      atKey: true,
    }));
}

/** Facts that are reached only through others are in no file by themselves, so that nothing would ever be looked at. */
function subjectProblems({ on }: PolicyDocument, vocabulary: Vocabulary): Problem[] {
  if (!Object.hasOwn(vocabulary, on) || isSubject(on) || keywordKinds.includes(on)) return [];
  const message = `a policy cannot be on \`${on}\`: such facts are reached through others`;
  return [{ ...shape(['on'], message), hint: 'begin with stage, instruction, reference or service' }];
}

function shape(path: DocumentPath, message: string): Problem {
  return { code: 'policy/shape', path, message };
}
