import type { Program } from './program.ts';

const UV = {
  valued: [
    '-p --python --index --default-index -i --index-url --extra-index-url -f --find-links -r --requirement --requirements',
    '-c --constraint --constraints --override --overrides --exclude --excludes --extra --no-extra --group --no-group --only-group --package',
    '--project --directory --config-file --cache-dir --color --target --prefix -e --editable --no-binary --only-binary',
    '-C --config-setting --config-settings --link-mode --exclude-newer --exclude-newer-package --resolution --prerelease --index-strategy',
    '--keyring-provider --refresh-package -P --upgrade-package --reinstall-package --python-platform --python-version --with -w',
    '--with-requirements --with-editable --from --output-file -o --format --script --allow-insecure-host --tag --rev --branch',
    '-b --build-constraint --build-constraints --no-build-package --no-binary-package --no-install-package --no-sources-package',
    '--no-build-isolation-package --python-preference --fork-strategy --env-file --optional --bounds --prompt --torch-backend',
    '--install-dir --mirror --prune -m --module --marker -t',
  ].join(' '),
  source: 'uv 0.9, uv help',
  asOf: '2026-11-20',
};

export const PYTHON_PROGRAMS: readonly Program[] = [
  {
    names: 'python',
    valued: '-W -X -c -m --check-hash-based-pycs',
    operandsLast: true,
    source: 'python 3.11, python --help',
    asOf: '2026-11-20',
  },
  {
    names: 'pip',
    valued: [
      '-r --requirement -c --constraint -e --editable -t --target --platform --python-version --implementation --abi --root --prefix --src',
      '--upgrade-strategy --global-option --install-option --build-option -C --config-setting --config-settings --no-binary --only-binary',
      '--progress-bar -i --index-url --pypi-url --extra-index-url -f --find-links --report --root-user-action --group --use-feature',
      '--use-deprecated --cache-dir --proxy --retries --resume-retries --timeout --default-timeout --exists-action --trusted-host --cert',
      '--client-cert --log --keyring-provider --python -b --build -d --dest --download -w --wheel-dir',
    ].join(' '),
    subcommands: true,
    groups: 'cache config',
    source: 'pip 23.2 and 25.3, pip help install',
    asOf: '2026-11-20',
  },
  {
    names: 'pipx',
    valued:
      '--python --suffix -i --index-url --pip-args --spec --preinstall --backend --constraint --fetch-missing-python',
    subcommands: true,
    valuedBy: { run: '--spec --python -i --index-url --pip-args --with' },
    source: 'pipx 1.7, documentation',
    asOf: '2026-11-20',
  },
  { names: 'uv', ...UV, subcommands: true, groups: 'pip tool python cache self auth' },
  { names: 'uvx', ...UV, operandsLast: true },
  {
    names: 'poetry',
    valued:
      '-C --directory -P --project --with --without --only -E --extras -G --group --source --python --platform --directory --format -o --output',
    subcommands: true,
    groups: 'self cache env source debug',
    source: 'poetry 2.2, documentation',
    asOf: '2026-11-20',
  },
  {
    names: 'pdm',
    valued:
      '-p --project -G --group --with --without -L --lockfile -c --config --venv -x --skip --override -e --editable --config-setting --strategy',
    subcommands: true,
    groups: 'cache venv self plugin',
    source: 'pdm 2.26, documentation',
    asOf: '2026-11-22',
  },
  {
    names: 'pipenv',
    valued:
      '--python -i --index --pypi-mirror -r --requirements -e --editable --extra-pip-args --categories --requirementstxt',
    subcommands: true,
    source: 'pipenv 2025, documentation',
    asOf: '2026-11-20',
  },
  {
    names: 'conda mamba micromamba',
    valued: [
      '-n --name -p --prefix -c --channel -f --file --solver --revision --repodata-fn --clone --subdir --platform -r --root-prefix',
      '--rc-file --relocate-prefix --log-level --category --experimental --cwd -t --target-prefix',
    ].join(' '),
    subcommands: true,
    groups: 'env self',
    source: 'conda 25, micromamba 2.3, documentation',
    asOf: '2026-11-20',
  },
];
