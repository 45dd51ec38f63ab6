import { vocabulary } from '@dockwarden-internal/facts';
import { keywordKinds, kindsNamedAsKeywords, subjectKind } from './subject-kind.ts';

test.each(['from', 'run', 'user', 'shell', 'maintainer'])('%s stands for instructions', (keyword) =>
  expect(subjectKind(keyword, vocabulary)).toEqual({ kind: 'instruction', keyword }),
);

test.each(['label', 'healthcheck', 'stage', 'image'])('%s stands for the kind', (kind) =>
  expect(subjectKind(kind, vocabulary)).toEqual({ kind }),
);

test('every keyword is one or the other', () => {
  expect(kindsNamedAsKeywords).toEqual(['label', 'healthcheck']);
  expect([...keywordKinds, ...kindsNamedAsKeywords]).toHaveLength(18);
  expect(subjectKind('lable', vocabulary)).toBeUndefined();
});
