import { expect, jest, test } from '@jest/globals';
import { logger } from '@nx/devkit';
import { createTreeWithEmptyWorkspace } from '@nx/devkit/testing';
import { dockerPolicyGenerator } from './docker-policy.ts';

test('begins a policy, and says what comes next', async () => {
  const tree = createTreeWithEmptyWorkspace();
  const info = jest.spyOn(logger, 'info').mockImplementation(() => {});
  await dockerPolicyGenerator(tree, { id: 'house/labels' });
  expect(tree.read('policies/house/labels.policy.yaml', 'utf8')).toContain('id: house/labels\n');
  expect(info.mock.calls[0]![0]).toContain('dockwarden test policies/house/labels.policy.yaml --mutants');
});

test('leaves a policy that is there', async () => {
  const tree = createTreeWithEmptyWorkspace();
  tree.write('policies/house/labels.policy.yaml', 'mine');
  await expect(dockerPolicyGenerator(tree, { id: 'house/labels' })).rejects.toThrow(/is there already/);
  expect(tree.read('policies/house/labels.policy.yaml', 'utf8')).toBe('mine');
});

test.each([undefined, 'Labels', '../x', 'a/b/c'])('refuses the id %j', async (id) => {
  const tree = createTreeWithEmptyWorkspace();
  const before = tree.listChanges().length;
  await expect(dockerPolicyGenerator(tree, id === undefined ? {} : { id })).rejects.toThrow(
    /AREA\/NAME|Name the policy/,
  );
  expect(tree.listChanges()).toHaveLength(before);
});
