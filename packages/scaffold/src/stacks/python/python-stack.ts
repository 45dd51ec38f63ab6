import type { Stack } from '../../model/stack.ts';
import { detectPython } from './detect.ts';
import { planPython } from './plan.ts';
import type { PythonApp } from './python-app.ts';

export const pythonStack: Stack<PythonApp> = {
  name: 'python',
  title: 'Python (FastAPI, Flask, Django)',
  family: 'python',
  patterns: ['multi', 'single'],
  bases: ['slim', 'alpine', 'distroless'],
  detect: detectPython,
  plan: planPython,
};
