import { type CheckIndex, type Finding, indexChecks } from '@dockwarden-internal/engine';
import type { PolicyDocument } from '@dockwarden-internal/policy';
import { withinReach } from './within-reach.ts';

const documents = new Map(
  [
    { id: 'a/near', on: 'stage', require: { name: 'x' } },
    { id: 'a/own', on: 'stage', where: { 'project.tags': { has: 'x' } }, require: { name: 'x' } },
    { id: 'a/far', on: 'workspace', require: { tool: 'nx' } },
  ].map((document) => [document.id, document as unknown as PolicyDocument]),
);
const index = indexChecks(
  [...documents.values()].map(({ id, on }) => ({ id, policy: id, on, aliases: ['hadolint:DL1'] })) as never,
);
const ids = ({ checks }: CheckIndex) => checks.map(({ id }) => id);

test('every check is on one side', () => {
  expect(ids(withinReach('project', documents).checks(index))).toEqual(['a/near', 'a/own']);
  expect(ids(withinReach('workspace', documents).checks(index))).toEqual(['a/far']);
});

test('names of the other side are known to run elsewhere', () => {
  expect(withinReach('project', documents).elsewhere(index)).toContain('a/far');
  expect(withinReach('project', documents).elsewhere(index)).not.toContain('a/near');
});

test('what is said of a file itself is of the project', () => {
  const finding = (policy: string) => ({ policy }) as Finding;
  const { owns } = withinReach('workspace', documents);
  expect(['syntax/unreadable', 'a/near', 'a/far'].map((policy) => owns(finding(policy)))).toEqual([false, false, true]);
});
