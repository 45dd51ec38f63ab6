import { type App, readIn } from '../model/app.ts';
import type { HealthFramework } from './health-plan.ts';
import { GO, JAVASCRIPT, type Language, PYTHON } from './source/language.ts';
import { programFiles } from './source/program-files.ts';
import { reads, type Token } from './source/token.ts';

/** Packages whose import says which framework an app is written with; a framework before the one that it stands on. */
const IMPORTS: readonly { framework: HealthFramework; language: Language; package: string }[] = [
  { framework: 'nestjs', language: JAVASCRIPT, package: '@nestjs/core' },
  { framework: 'fastify', language: JAVASCRIPT, package: 'fastify' },
  { framework: 'express', language: JAVASCRIPT, package: 'express' },
  { framework: 'fastapi', language: PYTHON, package: 'fastapi' },
  { framework: 'flask', language: PYTHON, package: 'flask' },
  { framework: 'go', language: GO, package: 'net/http' },
];

/** The framework that a health route can be added to, by what the project's sources import; undefined where they import none. */
export function healthFramework(app: App): HealthFramework | undefined {
  const manifest = readIn(app, 'package.json') ?? '';
  const isNext = ['js', 'mjs', 'ts', 'cjs'].some((end) => readIn(app, `next.config.${end}`) !== undefined);
  if (isNext || /"next"\s{0,9}:/.test(manifest)) return 'nextjs';
  const build = ['pom.xml', 'build.gradle', 'build.gradle.kts'].map((name) => readIn(app, name) ?? '').join('\n');
  if (/org\.springframework\.boot|spring-boot/.test(build)) return 'spring';
  return IMPORTS.find(({ language, package: name }) =>
    programFiles(app, language, [name]).some(({ tokens }) =>
      tokens.some(({ kind, text }, at) => text === name && (kind === 'string' || isImported(tokens, at))),
    ),
  )?.framework;
}

function isImported(tokens: readonly Token[], at: number): boolean {
  return reads(tokens, at - 1, 'from') || reads(tokens, at - 1, 'import');
}
