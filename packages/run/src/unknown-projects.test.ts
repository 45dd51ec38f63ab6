import type { WorkspaceModel } from '@dockwarden-internal/facts';
import { unknownProjects } from './unknown-projects.ts';

const hintFor = (asked: string, names: readonly string[]) => {
  const model = { projects: names.map((name) => ({ name })) } as unknown as WorkspaceModel;
  return unknownProjects({ model }, { projects: [asked] }).map(({ hint }) => hint);
};

test.each([
  ['api', ['@shop/api', 'web'], 'did you mean @shop/api?'],
  ['apy', ['api', 'web'], 'did you mean api?'],
  ['zebra', ['api', 'web'], 'projects: api, web'],
  ['zebra', [], 'the workspace has no projects'],
  ['zebra', Array.from({ length: 22 }, (_, index) => `p${index}`), expect.stringMatching(/ p19, and 2 more$/)],
])('%s among %j: %s', (asked, names, hint) => expect(hintFor(asked, names)).toEqual([hint]));

test('one that is there is none', () => expect(hintFor('api', ['api'])).toEqual([]));
