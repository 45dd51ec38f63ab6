import type { Stack } from '../../model/stack.ts';
import { detectRust } from './detect.ts';
import { planRust } from './plan.ts';
import type { RustApp } from './rust-app.ts';

export const rustStack: Stack<RustApp> = {
  name: 'rust',
  title: 'Rust',
  family: 'rust',
  patterns: ['multi', 'single', 'builder', 'artifact'],
  bases: ['distroless', 'alpine', 'slim'],
  detect: detectRust,
  plan: planRust,
};
