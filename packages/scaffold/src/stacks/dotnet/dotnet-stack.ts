import type { Stack } from '../../model/stack.ts';
import { detectDotnet } from './detect.ts';
import type { DotnetApp } from './dotnet-app.ts';
import { planDotnet } from './plan.ts';

export const dotnetStack: Stack<DotnetApp> = {
  name: 'dotnet',
  title: '.NET (ASP.NET Core, workers)',
  family: 'dotnet',
  patterns: ['multi', 'single', 'builder', 'artifact'],
  bases: ['slim', 'alpine', 'distroless'],
  detect: detectDotnet,
  plan: planDotnet,
};
