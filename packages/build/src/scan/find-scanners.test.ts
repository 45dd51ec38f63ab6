import { findScanners } from './find-scanners.ts';
import { programStub, versions } from './testing/program-stub.ts';

const names = (found: Awaited<ReturnType<typeof findScanners>>['found']) =>
  found.map(({ scanner, version }) => `${scanner.name} ${version}`);

test('those that are there are used', async () => {
  const { 'trivy --version': _absent, ...rest } = versions;
  const { found, diagnostics } = await findScanners(programStub(rest).run, undefined);
  expect(names(found)).toEqual(['docker-scout 1.18.3', 'hadolint 2.15.1']);
  expect(diagnostics).toEqual([]);
});

test('of those that are asked for, each one that is missing is said, with how to get it', async () => {
  const all = programStub(versions);
  expect(names((await findScanners(all.run, ['hadolint'])).found)).toEqual(['hadolint 2.15.1']);
  expect(all.calls).toHaveLength(1);
  // Docker without the plugin is there, and does not know the command.
  const { 'docker scout version': _gone, ...rest } = versions;
  const without = programStub({
    ...rest,
    'docker scout': { code: 1, stderr: 'docker: unknown command: docker scout' },
  });
  const { found, diagnostics } = await findScanners(without.run, ['docker-scout', 'trivy']);
  expect(names(found)).toEqual(['trivy 0.67.0']);
  expect(diagnostics).toEqual([
    {
      code: 'scan/missing',
      message: 'docker-scout was asked for and is not there',
      hint: expect.stringContaining('docs.docker.com/scout/install'),
      exit: 3,
    },
  ]);
});

test('none at all is one sentence', async () => {
  const { found, diagnostics } = await findScanners(programStub({}).run, undefined);
  expect(found).toEqual([]);
  expect(diagnostics).toEqual([
    {
      code: 'scan/none',
      message: 'No scanner is there: install one of trivy, docker-scout, hadolint, and put it on the PATH',
      exit: 3,
    },
  ]);
});
