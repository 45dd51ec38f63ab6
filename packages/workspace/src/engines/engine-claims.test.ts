import { nodeFileSystem } from '../file-system.ts';
import { openWorkspace } from '../find-workspace.ts';
import { removeTemporaryFolders, temporaryFolder } from '../testing/temporary-folder.ts';

afterAll(removeTemporaryFolders);

/** `runtime range file`, with the text at the span in place of the range. */
async function claims(files: Readonly<Record<string, string>>, root = '.'): Promise<string[]> {
  const folder = temporaryFolder(files);
  const fs = nodeFileSystem(folder);
  const { model } = await openWorkspace(folder);
  const project = model.projects.find((one) => one.root === root);
  return (project?.engines ?? []).map(({ runtime, range, file, span }) => {
    expect(fs.read(file)!.slice(span.start, span.end)).toBe(range);
    return `${runtime} ${range} ${file}`;
  });
}

test('package.json: engines, devEngines, packageManager, volta', async () => {
  const manifest = {
    engines: { node: '>=20 <23', npm: '>=10', vscode: '^1' },
    devEngines: { runtime: { name: 'node', version: '^22.3' }, packageManager: { name: 'pnpm', version: '10' } },
    packageManager: 'pnpm@10.34.9+sha512.00',
    volta: { node: '22.1.0' },
  };
  expect(await claims({ 'package.json': JSON.stringify(manifest, null, 2) })).toEqual([
    'node >=20 <23 package.json',
    'npm >=10 package.json',
    'node 22.1.0 package.json',
    'node ^22.3 package.json',
    'pnpm 10 package.json',
    'pnpm 10.34.9 package.json',
  ]);
});

test.each([
  ['.nvmrc', '# LTS\n\n v22.3.0 \n', 'node v22.3.0'],
  ['.nvmrc', 'lts/jod', 'node lts/jod'],
  ['.node-version', '22\r\n', 'node 22'],
  ['.python-version', '3.12.7\n3.11\n', 'python 3.12.7'],
  ['.java-version', '21', 'java 21'],
  ['go.mod', 'module x // go 1\n\ngo 1.25\n\ntoolchain go1.25.3\n', 'go 1.25'],
  ['rust-toolchain', 'stable\n', 'rust stable'],
  ['rust-toolchain.toml', '[toolchain]\nchannel = "1.90"\n', 'rust 1.90'],
  ['Cargo.toml', "[package]\nrust-version = '1.85'\n", 'rust 1.85'],
  ['pyproject.toml', '[project]\nrequires-python = ">=3.12,<4"\n', 'python >=3.12,<4'],
  ['Api.csproj', '<Project><TargetFramework>net9.0</TargetFramework></Project>', 'dotnet 9.0'],
  ['pom.xml', '<properties><maven.compiler.release>21</maven.compiler.release></properties>', 'java 21'],
  ['global.json', '{ "sdk": { "version": "9.0.100" } }', 'dotnet 9.0.100'],
])('%s: %j asks for %s', async (file, text, claim) => {
  expect(await claims({ [file]: text })).toEqual([`${claim} ${file}`]);
});

test('.tool-versions asks for several', async () => {
  expect(await claims({ '.tool-versions': 'nodejs 22.1.0 # LTS\npython 3.12.1\ngolang 1.25\n' })).toEqual([
    'node 22.1.0 .tool-versions',
    'python 3.12.1 .tool-versions',
    'go 1.25 .tool-versions',
  ]);
});

test('the root speaks where the project does not', async () => {
  const files = {
    'package.json': '{"workspaces":["a"],"engines":{"node":">=20","npm":">=10"}}',
    '.nvmrc': '22',
    'a/package.json': '{"engines":{"node":">=22"}}',
  };
  expect(await claims(files, 'a')).toEqual(['node >=22 a/package.json', 'npm >=10 package.json']);
});

test('nothing is claimed by values of the wrong type', async () => {
  expect(
    await claims({ 'package.json': '{"engines":{"node":22},"packageManager":["npm@1"],"volta":"x"}', '.nvmrc': '#\n' }),
  ).toEqual([]);
});
