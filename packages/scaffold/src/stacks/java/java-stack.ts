import type { Stack } from '../../model/stack.ts';
import { detectJava } from './detect.ts';
import type { JavaApp } from './java-app.ts';
import { planJava } from './plan.ts';

export const javaStack: Stack<JavaApp> = {
  name: 'java',
  title: 'Java and Kotlin (Maven, Gradle; Spring Boot)',
  family: 'java',
  patterns: ['multi', 'single', 'builder', 'artifact'],
  bases: ['slim', 'alpine', 'distroless'],
  detect: detectJava,
  plan: planJava,
};
