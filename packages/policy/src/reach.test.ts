import type { PolicyDocument } from './document.ts';
import { reachOf } from './reach.ts';

test.each<[Partial<PolicyDocument>, string]>([
  [{ on: 'stage', require: { 'user.root': false } }, 'file'],
  [{ on: 'stage', where: { 'project.tags': { has: 'x' } }, forbid: { final: true } }, 'project'],
  [{ on: 'context', checks: { a: { each: 'dependencies', require: { copied: true } } } }, 'project'],
  [{ on: 'dependency', require: { copied: true } }, 'project'],
  [{ on: 'runtime-claim', require: { satisfied: true } }, 'project'],
  [{ on: 'project', forbid: { name: 'x' } }, 'project'],
  [{ on: 'reference', forbid: { 'image.uses': { some: { text: { not: { fact: 'self.text' } } } } } }, 'workspace'],
  [{ on: 'reference', forbid: { 'image.outvotedBy.image.tag': { exists: true } } }, 'workspace'],
  [{ on: 'published-port', forbid: { takenElsewhere: { some: { text: 'x' } } } }, 'workspace'],
  [{ on: 'project', forbid: { dockerfiles: { some: { text: 'x' } } } }, 'workspace'],
  [{ on: 'workspace', forbid: { tool: 'nx' } }, 'workspace'],
  [
    {
      on: 'stage',
      terms: { far: { 'project.workspace': { tool: 'nx' } } },
      where: { is: 'far' },
      forbid: { final: true },
    },
    'workspace',
  ],
  [{ on: 'stage', forbid: { name: { fact: 'self.project.name' } } }, 'project'],
  [{ on: 'stage', forbid: { name: ['uses', 'project'] } }, 'file'],
])('%j reaches its %s', (document, reach) => expect(reachOf(document as PolicyDocument)).toBe(reach));

test('a shared term reaches as far as what it asks for', () => {
  const document = { on: 'stage', where: { is: 'house/a' }, require: { name: 'x' } } as unknown as PolicyDocument;
  const terms = { 'house/a': { all: [{ is: 'house/b' }] }, 'house/b': { 'base.uses': { empty: false } } };
  expect(reachOf(document, terms)).toBe('workspace');
  expect(reachOf(document)).toBe('file');
  expect(reachOf(document, { 'house/a': { is: 'house/a' } })).toBe('file');
});
