import type { Program } from './program.ts';

const NPM = {
  valued: [
    '--_auth --access --also --audit-level --auth-type --before --ca --cache --cache-max --cache-min --cafile -c --call --cert --cidr --cpu',
    '--depth --diff --editor --expires --fetch-retries --fetch-retry-factor --fetch-retry-maxtimeout --fetch-retry-mintimeout',
    '--fetch-timeout --git --globalconfig --heading --https-proxy --proxy --noproxy --include --install-strategy --key --libc --local-address',
    '-L --location --lockfile-version --loglevel --logs-dir --logs-max --maxsockets -m --message --node-options --omit --only --os --otp',
    '-p --package --pack-destination -C --prefix --preid --registry --replace-registry-host --save-prefix --scope --script-shell --shell',
    '--tag --tag-version-prefix --umask --user-agent --userconfig --viewer -w --workspace --min-release-age --node-gyp --python',
  ].join(' '),
  words: '-ddd -dd -iwr -ws -reg',
  source: 'npm 11.19, definitions of @npmcli/config',
  asOf: '2026-11-20',
};

export const NODE_PROGRAMS: readonly Program[] = [
  { names: 'npm', ...NPM, subcommands: true, groups: 'cache config access audit team token pkg' },
  { names: 'npx', ...NPM, operandsLast: true },
  {
    names: 'pnpm',
    valued: [
      '-C --dir -F --filter --filter-prod --store-dir --virtual-store-dir --modules-dir --lockfile-dir --registry --reporter --loglevel',
      '--package-import-method --network-concurrency --child-concurrency --workspace-concurrency --global-dir --global-bin-dir',
      '--hoist-pattern --public-hoist-pattern --node-linker --use-node-version --test-pattern --changed-files-ignore-pattern',
      '--resume-from --allow-build --cpu --os --libc --fetch-timeout --fetch-retries --trust-policy --trust-policy-exclude',
      '--trust-policy-ignore-after --prefix --package --script-shell --tag',
    ].join(' '),
    subcommands: true,
    groups: 'store config env server',
    source: 'pnpm 10.34, pnpm help',
    asOf: '2026-11-20',
  },
  {
    names: 'yarn yarnpkg',
    valued: [
      '--cwd --use-yarnrc --link-folder --global-folder --modules-folder --preferred-cache-folder --cache-folder --mutex --proxy',
      '--https-proxy --registry --network-concurrency --network-timeout --otp --mode --pattern --include --exclude --from -j --jobs --since',
    ].join(' '),
    subcommands: true,
    groups: 'cache config global workspaces npm plugin set policies',
    source: 'yarn 1.22 and 4.18, yarn install --help',
    asOf: '2026-11-20',
  },
  {
    names: 'bun',
    valued: [
      '--cwd -c --config --registry --backend --cache-dir -F --filter --omit --ca --cafile --concurrent-scripts --network-concurrency',
      '--linker --target --outfile --outdir --env-file --preload -r --define -d --loader -l --external -e --minimum-release-age --cpu --os',
    ].join(' '),
    subcommands: true,
    groups: 'pm',
    source: 'bun 1.3, documentation',
    asOf: '2026-11-20',
  },
  { names: 'bunx', valued: '-p --package', operandsLast: true, source: 'bun 1.3, documentation', asOf: '2026-11-20' },
  {
    names: 'corepack',
    valued: '--install-directory -o --output',
    operandsLast: false,
    subcommands: true,
    source: 'corepack 0.34, README',
    asOf: '2026-11-20',
  },
  {
    names: 'turbo',
    valued: [
      '-F --filter --scope --out-dir --cwd --cache-dir --concurrency --env-mode --framework-inference --log-order --log-prefix --output-logs',
      '--token -T --team --api --global-deps --cache --cache-workers --heap --profile --remote-cache-timeout --root-turbo-json --ui',
      '--verbosity --since --ignore',
    ].join(' '),
    subcommands: true,
    source: 'turbo 2.6, documentation',
    asOf: '2026-11-20',
  },
  {
    names: 'nx',
    valued: [
      '-t --target --targets -p --projects --project -c --configuration --base --head --files --exclude --outputStyle --runner --nxBail',
      '--graph --type --view --file --maxParallel',
    ].join(' '),
    attached: '--parallel',
    subcommands: true,
    groups: 'show',
    source: 'nx 22.7, documentation',
    asOf: '2026-11-20',
  },
  { names: 'playwright', subcommands: true, source: 'playwright 1.56, documentation', asOf: '2026-11-20' },
];
