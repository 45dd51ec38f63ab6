import type { Stack } from '../../model/stack.ts';
import { detectGo } from './detect.ts';
import type { GoApp } from './go-app.ts';
import { planGo } from './plan.ts';

export const goStack: Stack<GoApp> = {
  name: 'go',
  title: 'Go',
  family: 'go',
  patterns: ['multi', 'single', 'builder', 'artifact'],
  bases: ['distroless', 'alpine', 'slim'],
  detect: detectGo,
  plan: planGo,
};
