import { joinPath } from '@dockwarden-internal/facts';
import type { Diagnostic } from '@dockwarden-internal/syntax';
import { type ChosenVersion, claimedVersion, majorMinor } from '../../detect/claimed-version.ts';
import { findServing, servingEvidence } from '../../detect/serving.ts';
import { type SourceFile, sourceFiles } from '../../detect/source-files.ts';
import { unplainPath } from '../../dockerfile/plain-path.ts';
import type { App } from '../../model/app.ts';
import type { Detected } from '../../model/stack.ts';
import { DEFAULT_VERSIONS } from '../versions.ts';
import type { GoApp } from './go-app.ts';
import { readGoMod } from './go-mod.ts';
import { type GoLayout, goLayout } from './layout.ts';
import { mainPackages } from './main-package.ts';

/** Modules that cannot be compiled without a C compiler. */
const CGO_MODULES = ['github.com/mattn/go-sqlite3', 'github.com/confluentinc/confluent-kafka-go/v2'];

/** Imports of what listens. */
const SERVES =
  /"(?:net\/http|net\/http\/.*|github\.com\/(?:gin-gonic\/gin|gofiber\/fiber\/v\d|labstack\/echo\/v\d|go-chi\/chi\/v\d|gorilla\/mux|valyala\/fasthttp)|connectrpc\.com\/connect)"/;
const LISTENS =
  /\b(?:http\.ListenAndServe|http\.Server\{|http\.Serve\(|gin\.(?:Default|New)\(|fiber\.New\(|echo\.New\(|fasthttp\.ListenAndServe|\.ListenAndServe\()/;

const PORTS = [
  /\b(?:ListenAndServe(?:TLS)?|Listen|Run|Start|Serve)\(\s*(?:"tcp[46]?",\s*)?["`][\w.[\]]*:(\d{2,5})["`]/,
  /\bAddr:?\s*[:=]+\s*["`][\w.[\]]*:(\d{2,5})["`]/,
  /\b(?:port|PORT|addr)\w*"?\s*(?:,|:?=)\s*["`]:?(\d{4,5})["`]/,
];

export function detectGo(app: App, asked: boolean): Detected<GoApp> | Diagnostic | undefined {
  const { fs, project } = app;
  const layout = goLayout(app);
  if (!layout) return undefined;
  const files = sourceFiles(fs, project.root, { endings: ['.go'] });
  // A go.mod at the root speaks for every folder below it that has Go in it.
  if (files.length === 0 && !asked) return undefined;
  const { all, chosen } = mainPackages(project.root, project.name, files);
  // A go.mod beside a package.json often holds a tool of the repository.
  const aside = !asked && fs.kind(joinPath(project.root, 'package.json')) === 'file';
  if (chosen === undefined) return aside ? undefined : noProgram(app);
  const fault = unplainPath([chosen, ...layout.sources, ...layout.modules]) ?? missingSums(app, layout);
  if (fault) return fault;
  const { version, evidence } = goVersion(app, layout);
  const serves = files.some(({ text }) => SERVES.test(text) && LISTENS.test(text));
  const serving = findServing(files, {
    ports: serves ? PORTS : [],
    variable: /\b(?:Getenv|LookupEnv)\(\s*"PORT"\s*\)/,
    usualPort: 8080,
    serves,
  });
  const cgo = usesC(app, layout, files);
  const others = all.filter((folder) => folder !== chosen);
  return {
    details: {
      layout,
      version,
      main: chosen,
      cgo,
      tested: hasTests(app),
      serving,
      notes:
        others.length > 0
          ? [`Of several programs ${chosen} is taken for the app; there is ${others.join(', ')} too.`]
          : [],
    },
    evidence: [
      { what: 'Go', why: layout.work ? 'go.work at the root' : `go.mod in ${layout.modules[0]}` },
      evidence,
      { what: `program ${chosen}`, why: 'package main with func main' },
      ...(cgo ? [{ what: 'cgo', why: 'a package needs a C compiler' }] : []),
      ...servingEvidence(serving),
    ],
  };
}

/** The toolchain that go.mod names, else the version of the language, which is the least one. Source: Go toolchains. */
function goVersion(app: App, { modules, work }: GoLayout): ChosenVersion {
  for (const file of [...(work ? ['go.work'] : []), ...modules.map((folder) => joinPath(folder, 'go.mod'))]) {
    const toolchain = /^toolchain[ \t]+go(\d+\.\d+)/m.exec(app.fs.read(file) ?? '')?.[1];
    if (toolchain !== undefined)
      return { version: toolchain, evidence: { what: `Go ${toolchain}`, why: `toolchain in ${file}` } };
  }
  const runtime = { name: 'go', title: 'Go', byDefault: DEFAULT_VERSIONS.go };
  return claimedVersion(app, runtime, ({ range }) => majorMinor(range));
}

function usesC({ fs }: App, { modules }: GoLayout, files: readonly SourceFile[]): boolean {
  if (files.some(({ text }) => /^import "C"/m.test(text))) return true;
  const required = modules.flatMap((folder) => readGoMod(fs.read(joinPath(folder, 'go.mod')) ?? '').requires);
  return CGO_MODULES.some((module) => required.includes(module));
}

function hasTests({ fs, project }: App): boolean {
  return sourceFiles(fs, project.root, { endings: ['_test.go'] }).length > 0;
}

function missingSums({ fs }: App, { modules, vendored }: GoLayout): Diagnostic | undefined {
  if (vendored || fs.kind('go.work.sum') !== undefined) return undefined;
  const read = (folder: string) => readGoMod(fs.read(joinPath(folder, 'go.mod')) ?? '');
  const local = modules.flatMap((folder) => read(folder).module ?? []);
  const without = modules.find(
    (folder) =>
      fs.kind(joinPath(folder, 'go.sum')) === undefined && read(folder).requires.some((path) => !local.includes(path)),
  );
  if (without === undefined) return undefined;
  return {
    code: 'setup/no-lockfile',
    message: `${joinPath(without, 'go.mod')} requires modules, and there is no go.sum beside it.`,
    hint: 'Run go mod tidy, and commit what it writes.',
    path: joinPath(without, 'go.mod'),
    exit: 2,
  };
}

function noProgram({ project }: App): Diagnostic {
  return {
    code: 'setup/no-program',
    message: `${project.name} has Go modules and no program: no package main with a func main below ${project.root}.`,
    hint: 'A library needs no image; name the project that uses it.',
    path: project.root,
    exit: 2,
  };
}
