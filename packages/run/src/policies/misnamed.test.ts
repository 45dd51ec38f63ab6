import { nodeFileSystem } from '@dockwarden-internal/workspace/file-system';
import { removeTemporaryFolders, temporaryFolder } from '@dockwarden-internal/workspace/testing/temporary-folder';
import { policyFiles, workspacePolicies } from './policy-files.ts';

afterAll(removeTemporaryFolders);

const policy = (id: string) => `# a policy\ndockwarden: policy/v1\nid: ${id}\n`;

function told(files: Record<string, string>, takenIds?: ReadonlySet<string>): string[] {
  const { diagnostics } = policyFiles(workspacePolicies(nodeFileSystem(temporaryFolder(files))), takenIds);
  return diagnostics.map(({ message, hint }) => `${message} (${hint})`);
}

test('a policy and terms of another name are told', () =>
  expect(
    told(
      {
        'policies/a.yaml': policy('house/a'),
        'policies/deep/B.POLICY.yaml': policy('house/b'),
        'policies/t.yml': '"dockwarden": terms/v1\nid: house\n',
      },
      new Set(),
    ),
  ).toEqual([
    'policies/a.yaml is not read: policies are called *.policy.yaml (rename it to a.policy.yaml)',
    'policies/deep/B.POLICY.yaml is not read: policies are called *.policy.yaml (rename it to B.policy.yaml)',
    'policies/t.yml is not read: files of terms are called *.terms.yaml (rename it to t.terms.yaml)',
  ]));

test('packs, other YAML, other folders and policies of the product are not', () => {
  const files = {
    'policies/a.policy.yaml': policy('house/a'),
    'policies/p.yaml': 'dockwarden: pack/v1\nid: p\n',
    'policies/values.yaml': 'x: dockwarden\n',
    'policies/node_modules/a.yaml': policy('house/a'),
    'policies/image/non-root.yaml': policy('image/non-root'),
    'other/a.yaml': policy('house/a'),
  };
  expect(told(files, new Set(['image/non-root']))).toEqual([]);
  expect(told({ 'policies/a.yaml': policy('house/a') })).toEqual([]);
});
