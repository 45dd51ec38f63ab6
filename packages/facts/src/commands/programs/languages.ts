import type { Program } from './program.ts';

export const LANGUAGE_PROGRAMS: readonly Program[] = [
  {
    names: 'go',
    valued: [
      '-C -p -asmflags -buildmode -compiler -gccgoflags -gcflags -installsuffix -ldflags -mod -modfile -overlay -pgo -pkgdir -tags -toolexec',
      '-o -covermode -coverpkg -coverprofile -exec -run -skip -bench -benchtime -count -cpu -timeout -f -reuse -vettool',
    ].join(' '),
    dash: 'word',
    subcommands: true,
    groups: 'mod work tool telemetry',
    source: 'go 1.26, go help build and go help test',
    asOf: '2026-11-20',
  },
  {
    names: 'cargo',
    valued: [
      '--manifest-path --target --target-dir --profile -p --package --bin --example --test --bench --exclude -F --features -j --jobs --color',
      '--config -Z --git --branch --tag --rev --path --root --index --registry --message-format --artifact-dir --lockfile-path -C',
      '--recipe-path',
    ].join(' '),
    subcommands: true,
    groups: 'chef',
    valuedBy: { install: '--version --vers', binstall: '--version --pkg-url --targets --install-path --strategies' },
    source: 'cargo 1.95, cargo help install and build; cargo-chef 0.1',
    asOf: '2026-11-20',
  },
  {
    names: 'gem',
    valued: [
      '-v --version --platform -i --install-dir -n --bindir -P --trust-policy -B --bulk-threshold -s --source -p --http-proxy --document',
      '--build-root --without --config-file -g --file',
    ].join(' '),
    subcommands: true,
    source: 'RubyGems 3.6, command reference',
    asOf: '2026-11-20',
  },
  {
    names: 'bundle bundler',
    valued:
      '-j --jobs --retry --path --without --with --only --gemfile --cache-path --shebang --trust-policy --source --version -v --group -g',
    subcommands: true,
    groups: 'config plugin',
    valuedBy: { config: '' },
    source: 'Bundler 2.6, manual pages',
    asOf: '2026-11-20',
  },
  {
    names: 'composer',
    valued:
      '-d --working-dir --prefer-install --ignore-platform-req --apcu-autoloader-prefix --audit-format --format --stability -s --repository',
    subcommands: true,
    groups: 'global',
    source: 'Composer 2.8, documentation',
    asOf: '2026-11-20',
  },
  {
    names: 'mvn mvnw mvnd',
    valued: [
      '-f --file -P --activate-profiles -pl --projects -rf --resume-from -s --settings -gs --global-settings -t --toolchains',
      '-gt --global-toolchains -T --threads -l --log-file -b --builder -D --define -ep --encrypt-password -emp --encrypt-master-password --color',
    ].join(' '),
    dash: 'word',
    source: 'Maven 3.9, mvn --help',
    asOf: '2026-11-20',
  },
  {
    names: 'gradle gradlew',
    valued: [
      '-p --project-dir -b --build-file -c --settings-file -D --system-prop -P --project-prop -x --exclude-task -I --init-script',
      '-g --gradle-user-home --max-workers --console --configuration-cache-problems --include-build --tests --warning-mode --priority',
      '--dependency-verification -F -M --write-verification-metadata --update-locks',
    ].join(' '),
    dash: 'word',
    source: 'Gradle 9, command-line reference',
    asOf: '2026-11-20',
  },
  {
    names: 'dotnet',
    valued: [
      '-c --configuration -f --framework -o --output -r --runtime -v --verbosity -s --source --configfile --packages -a --arch --os --version',
      '--tool-path --add-source --version-suffix --artifacts-path --lock-file-path --tool-manifest --temp-dir --from-rollback-file',
    ].join(' '),
    dash: 'word',
    subcommands: true,
    groups: 'tool nuget workload package reference sln',
    source: '.NET SDK 10, documentation of the dotnet command',
    asOf: '2026-11-20',
  },
];
