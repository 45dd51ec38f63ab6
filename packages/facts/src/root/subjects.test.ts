import { dockerfileOf } from '../testing/dockerfile-of.ts';
import type { Root } from './root.ts';
import { forgetRoot, subjectsOf } from './subjects.ts';

test('what was let go is worked out again, and says the same', () => {
  const root: Root = {
    kind: 'dockerfile',
    node: dockerfileOf('FROM debian\nRUN apt-get update && apt-get install -y curl\n'),
  };
  const commands = () => subjectsOf(root, 'command')!;
  const before = commands();
  expect(commands()).toBe(before);
  forgetRoot(root);
  expect(commands()[0]).not.toBe(before[0]);
  expect(commands()).toHaveLength(before.length);
  expect(subjectsOf(root, 'package')).toHaveLength(1);
});
