import type { Stack } from '../../model/stack.ts';
import { detectGeneric } from './detect.ts';
import type { GenericApp } from './generic-app.ts';
import { planGeneric } from './plan.ts';

export const genericStack: Stack<GenericApp> = {
  name: 'generic',
  title: 'anything else: a commented start to fill in, asked for by --stack generic',
  family: 'generic',
  patterns: ['multi'],
  bases: ['slim', 'alpine'],
  detect: detectGeneric,
  plan: planGeneric,
};
