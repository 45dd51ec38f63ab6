function words(...lines: readonly string[]): readonly string[] {
  return lines.flatMap((line) => line.split(' '));
}

/**
 * Files that declare a project's dependencies. A pattern of COPY that matches one counts as one.
 *
 * @source the package managers' own documentation
 * @asOf 2026-11-21
 */
export const MANIFEST_NAMES = words(
  'package.json package.json5 package.yaml pnpm-workspace.yaml lerna.json rush.json deno.json deno.jsonc',
  'bower.json pyproject.toml requirements.txt setup.py setup.cfg Pipfile environment.yml conda.yml',
  'constraints.txt go.mod go.work Cargo.toml Gemfile composer.json mix.exs rebar.config pubspec.yaml',
  'Package.swift stack.yaml pom.xml build.gradle build.gradle.kts settings.gradle settings.gradle.kts',
  'libs.versions.toml build.sbt deps.edn packages.config Directory.Build.props Directory.Packages.props',
  'global.json vcpkg.json conanfile.txt cpanfile DESCRIPTION',
);

export const MANIFEST_ENDINGS = words('.csproj .fsproj .vbproj .sln .slnx .gemspec .cabal');

/** Files that pin dependencies. */
export const LOCKFILE_NAMES = words(
  'package-lock.json npm-shrinkwrap.json yarn.lock pnpm-lock.yaml bun.lock bun.lockb deno.lock poetry.lock',
  'uv.lock pdm.lock Pipfile.lock pylock.toml requirements.lock go.sum go.work.sum Cargo.lock Gemfile.lock',
  'composer.lock mix.lock rebar.lock pubspec.lock Package.resolved gradle.lockfile packages.lock.json',
  'flake.lock conda-lock.yml cabal.project.freeze stack.yaml.lock renv.lock',
);

/** Settings of tools: they change seldom, and installs may need them. */
export const CONFIG_NAMES = words(
  'tsconfig.json jsconfig.json nx.json turbo.json project.json babel.config.json biome.json angular.json',
  '.npmrc .pypirc .netrc .yarnrc .yarnrc.yml .pnpmfile.cjs .babelrc .eslintrc .eslintrc.json .prettierrc .swcrc .editorconfig .nvmrc',
  '.node-version .python-version .ruby-version .tool-versions rust-toolchain rust-toolchain.toml nuget.config',
  'NuGet.Config bunfig.toml pip.conf tox.ini alembic.ini gradle.properties gradlew gradlew.bat mvnw mvnw.cmd',
  'settings.xml poetry.toml uv.toml nginx.conf default.conf Caddyfile httpd.conf php.ini supervisord.conf',
  'Makefile Procfile schema.prisma README.md README.rst README LICENSE LICENSE.txt LICENSE.md .gitignore',
  '.gitattributes .dockerignore .terraform-version',
);

export const CONFIG_ENDINGS = words(
  '.config.js .config.cjs .config.mjs .config.ts .config.mts .config.json .conf .ini .cnf .cfg .properties',
);

/** Folders of settings, patches and tools. */
export const CONFIG_FOLDERS = words('.yarn patches .mvn gradle .cargo prisma .github .husky nginx conf conf.d');

/** Folders that builds write. */
export const ARTIFACT_FOLDERS = words(
  'dist build target out output .next .output .nuxt .svelte-kit .vercel _site node_modules publish release',
);

/** What builds write, by its ending. */
export const ARTIFACT_ENDINGS = words('.jar .war .ear .whl .deb .rpm .apk .nupkg .so .exe .wasm');

/** Files and folders that hold credentials. */
export const SECRET_NAMES = words(
  '.env .npmrc .netrc _netrc .pypirc .git-credentials .htpasswd .pgpass .my.cnf .vault-token .boto .s3cfg',
  'id_rsa id_dsa id_ecdsa id_ed25519 .ssh .aws .gnupg .kube kubeconfig credentials.json service-account.json',
  'secrets secrets.yml secrets.yaml secrets.json terraform.tfvars terraform.tfstate master.key secring.gpg',
);

export const SECRET_ENDINGS = words('.pem .key .p12 .pfx .jks .keystore .ppk .kdbx .tfstate');
