import type { Stack } from '../model/stack.ts';
import { dotnetStack } from './dotnet/dotnet-stack.ts';
import { genericStack } from './generic/generic-stack.ts';
import { goStack } from './go/go-stack.ts';
import { javaStack } from './java/java-stack.ts';
import { nextjsStack } from './nextjs/nextjs-stack.ts';
import { nodeStack } from './node/node-stack.ts';
import { pythonStack } from './python/python-stack.ts';
import { rustStack } from './rust/rust-stack.ts';
import { staticStack } from './static/static-stack.ts';

/** All stacks, a framework before its language: the first of a family that a project's files speak for is its stack. What is asked for where nothing fits stands last. */
export const STACKS: readonly Stack[] = [
  dotnetStack as Stack,
  goStack as Stack,
  javaStack as Stack,
  nextjsStack as Stack,
  staticStack as Stack,
  nodeStack as Stack,
  pythonStack as Stack,
  rustStack as Stack,
  genericStack as Stack,
];
