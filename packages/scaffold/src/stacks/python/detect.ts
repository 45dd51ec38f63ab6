import { baseName, isWithin, joinPath } from '@dockwarden-internal/facts';
import type { Diagnostic } from '@dockwarden-internal/syntax';
import { findServing, servingEvidence } from '../../detect/serving.ts';
import { sourceFiles } from '../../detect/source-files.ts';
import { unplainPath } from '../../dockerfile/plain-path.ts';
import type { App } from '../../model/app.ts';
import type { Evidence } from '../../model/evidence.ts';
import type { Detected } from '../../model/stack.ts';
import { type PythonEntry, pythonEntry } from './entry.ts';
import { findPackages } from './find-packages.ts';
import type { PythonApp } from './python-app.ts';
import type { PythonPackages } from './python-packages.ts';
import { pythonVersion } from './python-version.ts';
import { pythonSources } from './sources.ts';

const TITLES = { fastapi: 'FastAPI', flask: 'Flask', django: 'Django' } as const;

/** Servers without a framework that is known here. */
const SERVES =
  /\b(?:http\.server|socketserver|aiohttp\.web|import web|tornado\.web|HTTPServer|run_simple|make_server|uvicorn\.run)\b/;

export function detectPython(app: App, asked: boolean): Detected<PythonApp> | Diagnostic | undefined {
  const { fs, project } = app;
  const packages = findPackages(app);
  if (packages === undefined) return undefined;
  // A requirements.txt beside a package.json often serves a tool of the repository.
  const aside = !asked && fs.kind(joinPath(project.root, 'package.json')) === 'file';
  const all = sourceFiles(fs, project.root, { endings: ['.py'], without: ['migrations', 'scripts'] });
  const files = all.filter(({ path }) => !/(?:^|\/)(?:test_[^/]*|[^/]*_test|tests|conftest|setup)\.py$/.test(path));
  const entry = pythonEntry(project.root, files);
  if (!entry) return aside ? undefined : noProgram(app);
  if ('code' in packages) return packages;
  const sources = pythonSources(fs, project.root);
  const paths = [...packages.manifests, ...packages.local, ...sources.folders, ...sources.files, entry.from];
  const fault = unplainPath(paths);
  if (fault) return fault;
  const { version, versions, evidence } = pythonVersion(app);
  const serves = entry.framework !== undefined || files.some(({ text }) => SERVES.test(text));
  const serving = findServing(files, {
    ports: serves
      ? [
          /\bport\s*[=:]\s*(\d{4,5})\b/i,
          /HTTPServer\(\(["'][^"']{0,40}["'],\s*(\d{2,5})\)/,
          /\bPORT["'],\s*["']?(\d{4,5})/,
        ]
      : [],
    variable: /\b(?:environ(?:\.get)?|getenv)[[(]\s*["']PORT["']/,
    usualPort: 8000,
    serves,
  });
  const tests = testsOf(app, packages, entry);
  return {
    details: { packages, version, versions, entry, sources, serving, ...(tests && { tests }) },
    evidence: [
      { what: `Python with ${packages.manager}`, why: packages.why },
      evidence,
      entryEvidence(entry),
      ...servingEvidence(serving),
    ],
  };
}

function entryEvidence({ framework, target, file }: PythonEntry): Evidence {
  if (framework) return { what: `${TITLES[framework]} app ${target}`, why: `made in ${file}` };
  return { what: `module ${target}`, why: `${file} can be run` };
}

function testsOf(
  { fs, project: { root } }: App,
  { names }: PythonPackages,
  { framework }: PythonEntry,
): 'pytest' | 'unittest' | undefined {
  const folders = ['tests', 'test'].map((name) => joinPath(root, name)).filter((path) => fs.kind(path) === 'directory');
  const isTest = (path: string) => /^(?:test_.*|.*_test|tests)\.py$/.test(baseName(path));
  const inside = sourceFiles(fs, root, { endings: ['.py'] }).some(({ path }) => isTest(path) && isWithin(path, root));
  if (
    !inside &&
    !folders.some((folder) => sourceFiles(fs, folder, { endings: ['.py'] }).some(({ path }) => isTest(path)))
  )
    return undefined;
  return names.has(framework === 'django' ? 'pytest-django' : 'pytest') ? 'pytest' : 'unittest';
}

function noProgram({ project }: App): Diagnostic {
  return {
    code: 'setup/no-program',
    message: `${project.name} declares packages of Python, and no app is found below ${project.root}: no FastAPI, Flask or Django app, no main.py, no __main__.py.`,
    hint: 'A library needs no image; name the project that uses it.',
    path: project.root,
    exit: 2,
  };
}
