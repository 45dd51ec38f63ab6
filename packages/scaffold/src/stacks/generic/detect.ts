import type { Diagnostic } from '@dockwarden-internal/syntax';
import { findServing, type Serving, servingEvidence } from '../../detect/serving.ts';
import { sourceFiles } from '../../detect/source-files.ts';
import { unplainPath } from '../../dockerfile/plain-path.ts';
import type { App } from '../../model/app.ts';
import type { Evidence } from '../../model/evidence.ts';
import type { Detected } from '../../model/stack.ts';
import type { GenericApp, GenericBuild } from './generic-app.ts';
import { guessBuild } from './guess-build.ts';

const ENDINGS =
  '.c .cc .cpp .h .sh .rb .php .pl .lua .ex .exs .erl .hs .ml .zig .nim .d .swift .dart .scala .clj .cr .jl .r .conf'.split(
    ' ',
  );

const PORTS = [
  /\bhtons\(\s*(\d{2,5})\s*\)/,
  /\b(?:[Ll]isten|LISTEN|bind|[Pp]ort|PORT)\b[^\d\n]{0,30}?(\d{2,5})\b/,
  /\s(?:-p|-l|--port|--listen)[ =]?(?:[\w.]{0,40}:)?(\d{2,5})\b/,
];

const USUAL_PORT = 8080;

/** Speaks for itself only where somebody asks: what it takes an app for is guessed. */
export function detectGeneric(app: App, asked: boolean): Detected<GenericApp> | Diagnostic | undefined {
  const { fs, project } = app;
  if (!asked || fs.list(project.root).length === 0) return undefined;
  const build = guessBuild(app);
  const fault = unplainPath(build.program === undefined ? [] : [build.program]);
  if (fault) return fault;
  const files = sourceFiles(fs, project.root, { endings: ENDINGS });
  const variable = /\b(?:getenv|ENV|env|environ)\b[^\n]{0,10}["']PORT["']|\$\{?PORT\b/;
  const serving = findServing(files, { ports: PORTS, variable, usualPort: USUAL_PORT, serves: true });
  return { details: { build, serving }, evidence: [...buildEvidence(build), ...guessed(serving)] };
}

function buildEvidence({ tool, program, why }: GenericBuild): Evidence[] {
  const because = why === undefined ? 'no file tells' : `guessed by ${why}`;
  return [
    { what: 'a start to fill in', why: 'asked for by --stack generic' },
    { what: tool === undefined ? 'no build' : `build by ${tool}`, why: because },
    { what: program === undefined ? 'no program' : `program ${program}`, why: because },
  ];
}

function guessed(serving: Serving): Evidence[] {
  return servingEvidence(serving).map(({ what, why }) => ({
    what,
    why: why.replace(/^no file says which;/, 'guessed:'),
  }));
}
