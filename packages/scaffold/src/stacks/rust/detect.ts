import { joinPath } from '@dockwarden-internal/facts';
import type { Diagnostic } from '@dockwarden-internal/syntax';
import { type ChosenVersion, claimedVersion, majorMinor } from '../../detect/claimed-version.ts';
import { findServing, servingEvidence } from '../../detect/serving.ts';
import { type SourceFile, sourceFiles } from '../../detect/source-files.ts';
import { unreadableToml } from '../../detect/unreadable-toml.ts';
import { unplainPath } from '../../dockerfile/plain-path.ts';
import { type App, pathIn, readIn } from '../../model/app.ts';
import type { Detected } from '../../model/stack.ts';
import { readToml } from '../../toml/read-toml.ts';
import { tableAt, textAt } from '../../toml/toml-value.ts';
import { DEFAULT_VERSIONS } from '../versions.ts';
import { binaries } from './binary.ts';
import { rustLayout } from './layout.ts';
import type { RustApp } from './rust-app.ts';

const SERVERS = [
  'axum',
  'actix-web',
  'rocket',
  'warp',
  'hyper',
  'poem',
  'salvo',
  'tide',
  'tiny_http',
  'ntex',
  'gotham',
  'rouille',
];

/** Frameworks that end on SIGTERM by themselves. Source: the documentation of each on shutting down. */
const STOPPING = ['actix-web', 'rocket', 'ntex'];

const PORTS = [
  /\bbind\w*\(\s*&?\(?\s*"[^"]{0,60}:(\d{2,5})"/,
  /\bbind\w*\(\s*\(\s*"[^"]{0,60}",\s*(\d{2,5})\s*\)/,
  /\(\s*\[\s*\d+\s*,\s*\d+\s*,\s*\d+\s*,\s*\d+\s*\]\s*,\s*(\d{2,5})\s*\)/,
  /"(?:\d{1,3}(?:\.\d{1,3}){3}|\[::\]|localhost):(\d{2,5})"/,
  /\b(?:port|PORT)\w*"?\)?\s*(?:[:=,]|\.unwrap_or\w*\()[^\d\n]{0,40}(\d{4,5})\b/,
];

export function detectRust(app: App, asked: boolean): Detected<RustApp> | Diagnostic | undefined {
  const { fs, project } = app;
  const text = readIn(app, 'Cargo.toml');
  if (text === undefined) return undefined;
  const manifest = readToml(text);
  if (!manifest) return unreadableToml(pathIn(app, 'Cargo.toml'));
  const { all, chosen } = binaries(fs, project.root, manifest);
  const aside = !asked && fs.kind(joinPath(project.root, 'package.json')) === 'file';
  if (chosen === undefined) return aside ? undefined : noProgram(app);
  const layout = rustLayout(fs, project.root, manifest);
  if ('code' in layout) return layout;
  const fault = unplainPath([chosen, layout.name, ...layout.files, ...layout.crates]);
  if (fault) return fault;
  const files = sourceFiles(fs, joinPath(project.root, 'src'), { endings: ['.rs'] });
  const needs = Object.keys(tableAt(manifest, 'dependencies') ?? {});
  const serves =
    SERVERS.some((name) => needs.includes(name)) ||
    files.some(({ text: source }) => /\bTcpListener::bind\b/.test(source));
  const rocket = needs.includes('rocket');
  const serving = findServing(files, {
    ports: serves ? PORTS : [],
    variable: /\bvar(?:_os)?\(\s*"PORT"\s*\)/,
    usualPort: rocket ? 8000 : 8080,
    serves,
  });
  const { version, evidence } = rustVersion(app);
  const stops = stopSignal(files, needs);
  const lock = fs.read(layout.lockfile) ?? '';
  const others = all.filter((name) => name !== chosen);
  return {
    details: {
      layout,
      version,
      binary: chosen,
      tested: hasTests(app, files),
      ...(stops && { stops }),
      openssl: /^name = "openssl-sys"$/m.test(lock) && !/^name = "openssl-src"$/m.test(lock),
      rocket,
      strips: textAt(manifest, 'profile', 'release', 'strip') !== undefined,
      serving,
      notes:
        others.length > 0
          ? [`Of several programs ${chosen} is taken for the app; there is ${others.join(', ')} too.`]
          : [],
    },
    evidence: [
      { what: 'Rust', why: pathIn(app, 'Cargo.toml') },
      evidence,
      { what: `program ${chosen}`, why: pathIn(app, 'Cargo.toml') },
      ...servingEvidence(serving),
    ],
  };
}

/** A channel by its number, else the newest compiler that is old enough for nothing: `rust-version` is the least that will do. */
function rustVersion(app: App): ChosenVersion {
  const runtime = { name: 'rust', title: 'Rust', byDefault: DEFAULT_VERSIONS.rust };
  const minor = (version: string) => Number(version.split('.')[1]);
  return claimedVersion(app, runtime, ({ range, file }) => {
    const said = /^\d/.test(range) ? majorMinor(range) : undefined;
    const isLeast = file.endsWith('Cargo.toml');
    return said !== undefined && isLeast && minor(said) < minor(DEFAULT_VERSIONS.rust) ? DEFAULT_VERSIONS.rust : said;
  });
}

function stopSignal(files: readonly SourceFile[], needs: readonly string[]): RustApp['stops'] {
  const said = (pattern: RegExp) => files.some(({ text }) => pattern.test(text));
  if (STOPPING.some((name) => needs.includes(name)) || said(/SignalKind::terminate|\bSIGTERM\b|signal_hook/))
    return 'SIGTERM';
  return said(/\bctrl_c\(|ctrlc::set_handler/) ? 'SIGINT' : undefined;
}

function hasTests({ fs, project }: App, files: readonly SourceFile[]): boolean {
  return (
    files.some(({ text }) => /#\[(?:\w+::)?test\b/.test(text)) ||
    fs.list(joinPath(project.root, 'tests')).some((name) => name.endsWith('.rs'))
  );
}

function noProgram({ project }: App): Diagnostic {
  return {
    code: 'setup/no-program',
    message: `${project.name} has a Cargo.toml and no program: no src/main.rs, no src/bin, no [[bin]].`,
    hint: 'A library needs no image; name the project that uses it.',
    path: project.root,
    exit: 2,
  };
}
