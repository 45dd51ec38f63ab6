import {
  type FoundScanner,
  findScanners,
  heedIgnores,
  type Image,
  runProgram,
  type ScanSubject,
  scanSubjects,
} from '@dockwarden-internal/build';
import type { Diagnostic } from '@dockwarden-internal/syntax';
import { openBuild } from '../build/open-build.ts';
import { builtReference } from './built-reference.ts';
import { scanExitCode } from './scan-exit-code.ts';
import type { ReferenceOf, ScanOptions } from './scan-options.ts';
import type { ScanOutcome } from './scan-outcome.ts';
import { staleImages } from './stale-images.ts';

/** Seconds; the first run of a scanner loads its database. */
const TIMEOUT = 600;

/** Scans what the last builds of images left, and their Dockerfiles, with the scanners that are there. */
export async function scan(options: ScanOptions): Promise<ScanOutcome> {
  const { cwd, images, projects, config, now, signal } = options;
  // Nothing of the surroundings decides which images there are.
  const surroundings = { env: {}, now, ci: false };
  const scene = await openBuild({
    cwd,
    surroundings,
    ...(images && { images }),
    ...(projects && { projects }),
    ...(config !== undefined && { config }),
  });
  if (!('asked' in scene)) return outcome({ root: cwd, diagnostics: scene.diagnostics });
  const { root } = scene.workspace.fs;
  const settings = scene.config.scan ?? {};
  const failOn = options.failOn ?? settings.failOn ?? 'critical';
  const base = { root, failOn, images: scene.asked.map(withoutReference) };
  if (scene.diagnostics.some(({ exit }) => exit === 2)) return outcome({ ...base, diagnostics: scene.diagnostics });
  if (scene.asked.length === 0)
    return outcome({ ...base, diagnostics: scene.diagnostics, notes: [...scene.notes, 'there is no image to scan'] });

  const run = options.run ?? runProgram;
  const scanners = await findScanners(run, options.scanners ?? settings.scanners, signal);
  const subjects = await subjectsOf(scene.asked, root, scanners.found, options.referenceOf ?? builtReference);
  const stale =
    subjects.images.length > 0 ? await staleImages(scene, run, { cwd, surroundings, ...(signal && { signal }) }) : [];
  const scanned = await scanSubjects(run, {
    ...subjects,
    scanners: scanners.found,
    cwd: root,
    timeout: (options.timeout ?? TIMEOUT) * 1000,
    ...(signal && { signal }),
    ...(options.onProgress && { onProgress: options.onProgress }),
  });
  const ignoreUnfixed = options.ignoreUnfixed ?? settings.ignoreUnfixed ?? false;
  const wanted = scanned.findings.filter(({ kind, fixedIn }) => !ignoreUnfixed || kind !== 'vulnerability' || fixedIn);
  const heeded = heedIgnores(wanted, settings.ignore ?? [], now.toISOString().slice(0, 10));
  return outcome({
    ...base,
    scanners: scanners.found.map(({ scanner, version }) => ({ name: scanner.name, version })),
    images: scene.asked.map((image) => {
      const reference = subjects.images.find(({ name }) => name === image.name)?.reference;
      return { ...withoutReference(image), ...(reference !== undefined && { reference }) };
    }),
    findings: heeded.findings,
    ignored: heeded.ignored,
    unfixed: scanned.findings.length - wanted.length,
    diagnostics: [...scene.diagnostics, ...scanners.diagnostics, ...subjects.diagnostics, ...scanned.diagnostics],
    notes: [...scene.notes, ...stale, ...withoutImageScanner(scanners.found), ...heeded.notes],
  });
}

function outcome(parts: Partial<ScanOutcome> & Pick<ScanOutcome, 'root'>): ScanOutcome {
  const whole = {
    scanners: [],
    images: [],
    findings: [],
    ignored: [],
    unfixed: 0,
    failOn: 'critical' as const,
    diagnostics: [],
    notes: [],
    ...parts,
  };
  return { ...whole, exitCode: scanExitCode(whole) };
}

function withoutReference({ name, dockerfile }: Image) {
  return { name, dockerfile };
}

/** Images with where they are, and Dockerfiles once each; only those that one of the scanners looks at. */
async function subjectsOf(
  asked: readonly Image[],
  root: string,
  found: readonly FoundScanner[],
  referenceOf: ReferenceOf,
) {
  const images: ScanSubject[] = [];
  const diagnostics: Diagnostic[] = [];
  const looksAt = (subject: 'image' | 'dockerfile') => found.some(({ scanner }) => scanner.subject === subject);
  for (const image of looksAt('image') ? asked : []) {
    const built = await referenceOf(image, root);
    if ('reference' in built) images.push({ name: image.name, ...built });
    else diagnostics.push(built);
  }
  const paths = looksAt('dockerfile') ? [...new Set(asked.map(({ dockerfile }) => dockerfile))] : [];
  return { images, dockerfiles: paths.map((path) => ({ name: path, reference: path })), diagnostics };
}

function withoutImageScanner(found: readonly FoundScanner[]): string[] {
  const lint = found.length > 0 && found.every(({ scanner }) => scanner.subject === 'dockerfile');
  return lint ? ['only Dockerfiles are looked at: trivy or docker-scout scan the images themselves'] : [];
}
