import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type RunProgram, runProgram } from '@dockwarden-internal/build';
import { removeTemporaryFolders, temporaryFolder } from '@dockwarden-internal/workspace/testing/temporary-folder';
import { afterAll, describe, expect, test } from '@jest/globals';
import { type ExtractOptions, extractImages } from './extract-images.ts';
import { extractJson } from './extract-json.ts';
import { printExtract } from './print-extract.ts';

afterAll(removeTemporaryFolders);

const VERSION = JSON.stringify({
  Client: { Version: '28.5.2' },
  Server: { Version: '28.5.2', Os: 'linux', Arch: 'amd64' },
});

/** Git is real. The builder packs what it was handed as a context, or what `pack` puts there. */
function builder(root: string, pack?: (archive: string) => void) {
  const outputs: string[] = [];
  const run: RunProgram = async (program, args, options) => {
    if (program !== 'docker') return runProgram(program, args, options);
    const done = { code: 0, stdout: '', stderr: '' };
    const [first, second] = args;
    if (first === 'version') return { ...done, stdout: VERSION };
    if (first === 'info')
      return { ...done, stdout: JSON.stringify({ DriverStatus: [], OSType: 'linux', Architecture: 'x86_64' }) };
    if (first === 'buildx' && second === 'version') return { ...done, stdout: 'github.com/docker/buildx 0.29.1 abc' };
    if (first === 'buildx' && second === 'inspect')
      return {
        ...done,
        stdout: 'Name: default\nDriver: docker\n\nNodes:\nName: default\nStatus: running\nBuildKit version: v0.25.2\n',
      };
    if (first === 'buildx' && second === 'bake') {
      const at = args.indexOf('--file');
      const text = String(options?.input ?? '') || readFileSync(args[at + 1]!, 'utf8');
      const definition = JSON.parse(text) as { target: Record<string, { output: string[] }> };
      for (const { output } of Object.values(definition.target)) {
        const archive = /dest=([^,"]+)/.exec(output[0]!)![1]!;
        outputs.push(archive);
        if (pack) pack(archive);
        else execFileSync('tar', ['-C', join(root, 'src'), '-cf', archive, '.']);
      }
      return done;
    }
    return { ...done, code: 1, stderr: 'Error: No such object' };
  };
  return { run, outputs };
}

function workspace() {
  const root = temporaryFolder({
    'dockwarden.yaml':
      'dockwarden: config/v1\nimages:\n  site: { dockerfile: Dockerfile, context: . }\n  tool: { dockerfile: tool.Dockerfile, context: . }\n',
    Dockerfile: 'FROM scratch AS all\nCOPY src /\nFROM all AS artifact\n',
    'tool.Dockerfile': 'FROM scratch\nCOPY src /\n',
    '.gitignore': 'dist\nout\n',
    'src/index.html': 'one',
  });
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.org', ...args], { cwd: root, stdio: 'pipe' });
  git('init', '-q');
  git('add', '.');
  git('commit', '-qm', 'first');
  const extract = (more: Partial<ExtractOptions> = {}, run = builder(root).run) =>
    extractImages({ cwd: root, surroundings: { env: {}, now: new Date(), ci: false }, images: ['site'], ...more }, run);
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  return { root, extract, write };
}

const folder = 'dist/docker/site';

describe('extractImages', () => {
  test('writes the files, leaves them alone while nothing changes, and writes them anew where something did', async () => {
    const { root, extract, write } = workspace();
    const first = await extract();
    expect(first).toMatchObject({ exitCode: 0, images: [{ image: 'site', status: 'extracted', files: 1, bytes: 3 }] });
    expect(readFileSync(join(root, folder, 'files/index.html'), 'utf8')).toBe('one');
    const { run, outputs } = builder(root);
    expect(await extract({}, run)).toMatchObject({ exitCode: 0, images: [{ status: 'present' }] });
    expect(outputs).toEqual([]);
    write('src/index.html', 'other');
    expect(await extract()).toMatchObject({ exitCode: 0, images: [{ status: 'extracted', bytes: 5 }] });
    write(`${folder}/files/index.html`, 'touched');
    expect(await extract()).toMatchObject({ exitCode: 0, images: [{ status: 'extracted' }] });
    expect(await extract({ force: true })).toMatchObject({ images: [{ status: 'extracted' }] });
    expect(await extract({ target: 'all' })).toMatchObject({ images: [{ status: 'extracted' }] });
    expect(readdirSync(join(root, folder)).sort()).toEqual(['.files.dockwarden.json', 'files']);
    expect(readdirSync(join(root, 'dist/docker'))).toEqual(['site']);
  });

  test('several images have a folder each; one that is named has the folder itself', async () => {
    const { root, extract } = workspace();
    expect(await extract({ images: [], to: 'out' })).toMatchObject({ exitCode: 0 });
    expect(existsSync(join(root, 'out/site/index.html')) && existsSync(join(root, 'out/tool/index.html'))).toBe(true);
    await extract({ to: 'out/one' });
    expect(existsSync(join(root, 'out/one/index.html'))).toBe(true);
  });

  test('what somebody else put there is left, and said', async () => {
    const { root, extract, write } = workspace();
    write('out/mine', 'x');
    const { run, outputs } = builder(root);
    const outcome = await extract({ to: 'out' }, run);
    expect(outcome).toMatchObject({ exitCode: 2, images: [{ status: 'failed' }] });
    expect(printExtract(outcome, { cwd: root, color: false })).toContain(
      'Remove it yourself, or name another folder with --to.',
    );
    expect(readdirSync(join(root, 'out'))).toEqual(['mine']);
    expect(outputs).toEqual([]);
  });

  test('an archive that lies leaves the files that were there', async () => {
    const { root, extract, write } = workspace();
    await extract();
    write('src/index.html', 'two');
    const outcome = await extract({}, builder(root, (archive) => writeFileSync(archive, 'x'.repeat(2000))).run);
    expect(outcome).toMatchObject({ exitCode: 1, images: [{ status: 'failed' }] });
    expect(JSON.parse(extractJson(outcome)).images[0].failure.message).toBe('its archive is refused: it is damaged');
    expect(readFileSync(join(root, folder, 'files/index.html'), 'utf8')).toBe('one');
    expect(readdirSync(join(root, folder)).sort()).toEqual(['.files.dockwarden.json', 'files']);
  });

  test('a dry run writes nothing', async () => {
    const { root, extract } = workspace();
    const outcome = await extract({ dryRun: true });
    expect(outcome).toMatchObject({ exitCode: 0, images: [{ status: 'missing' }] });
    expect(outcome.built?.bake).toBeDefined();
    expect(existsSync(join(root, 'dist'))).toBe(false);
  });

  test.each<[string, Partial<ExtractOptions>, string]>([
    ['stage', { target: 'al' }, 'image/unknown-stage'],
    ['image', { images: ['sit'] }, 'image/unknown'],
  ])('a %s that there is not', async (_, more, code) => {
    const outcome = await workspace().extract(more);
    expect(outcome).toMatchObject({ exitCode: 2, diagnostics: [{ code }], images: [] });
  });
});
