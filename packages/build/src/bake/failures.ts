/** One kind of failure: how it is recognised in what BuildKit, buildx and the engine say, and how we say it. */
export interface Failure {
  readonly matches: RegExp;
  readonly code: string;
  readonly exit: 1 | 2 | 3;
  readonly message: (match: RegExpExecArray) => string;
  readonly hint?: string;
}

/** In this order: the first that matches. Texts as of BuildKit 0.10 to 0.25 and buildx 0.19 to 0.29. */
export const FAILURES: readonly Failure[] = [
  {
    matches: /no space left on device|disk quota exceeded/i,
    code: 'build/disk-full',
    exit: 3,
    message: () => 'The disk of the builder is full.',
    hint: 'Make room: "docker builder prune" drops build cache, "docker system df" shows what takes it.',
  },
  {
    matches: /no builder "([^"]{1,200})" found/,
    code: 'engine/no-builder',
    exit: 3,
    message: ([, name]) => `There is no builder "${name}".`,
    hint: 'List builders with "docker buildx ls", make one with "docker buildx create", or leave "builder" out.',
  },
  {
    matches: /rpc error: code = Unavailable|failed to list workers|connection closed before server preface/,
    code: 'engine/builder-gone',
    exit: 3,
    message: () => 'The connection to the builder broke.',
    hint: 'See that it runs ("docker buildx ls"), then run again: what was built comes from its cache.',
  },
  {
    matches: /invalid tag "([^"]{1,300})"/,
    code: 'build/invalid-tag',
    exit: 2,
    message: ([, tag]) => `"${tag}" is no tag for an image.`,
    hint: 'Mend "repository" or "tags" in dockwarden.yaml.',
  },
  {
    matches: /^secret ([^:\s]{1,200}): not found/,
    code: 'build/secret-not-given',
    exit: 2,
    message: ([, id]) => `The Dockerfile asks for the secret "${id}", and none of that id is given to the build.`,
    hint: 'Add it to "secrets" in dockwarden.yaml, with its file or variable.',
  },
  {
    matches: /failed to stat (\S+): .*no such file or directory/,
    code: 'build/secret-missing',
    exit: 3,
    message: ([, file]) => `The file ${file}, which the build is to be given, is not there.`,
  },
  {
    matches: /invalid empty ssh agent socket|SSH_AUTH_SOCK/,
    code: 'build/no-ssh-agent',
    exit: 3,
    message: () => 'The build asks for an SSH agent, and none runs.',
    hint: 'Start one and set SSH_AUTH_SOCK, or name keys: "ssh: [id=path]".',
  },
  {
    matches: /(network\.host|security\.insecure) is not allowed/,
    code: 'build/privilege',
    exit: 2,
    message: ([, name]) => `A RUN asks for the privilege ${name}, which this builder does not grant.`,
    hint: 'Drop --network=host or --security=insecure from the Dockerfile.',
  },
  {
    matches: /failed to resolve source metadata for (\S{1,300}): [\s\S]*(?:: not found|manifest unknown)/,
    code: 'build/no-base',
    exit: 1,
    message: ([, reference]) => `There is no image ${reference}, neither in the engine nor in its registry.`,
    hint: 'Mend the reference; if it is an image of this workspace, declare it so that both are built together.',
  },
  {
    matches: /no match for platform in manifest|does not provide the specified platform|no matching manifest for (\S+)/,
    code: 'build/no-base-platform',
    exit: 1,
    message: () => 'A base image does not exist for the platform that is built.',
  },
  {
    matches: /exec format error/,
    code: 'build/no-emulation',
    exit: 3,
    message: () => 'A RUN for another platform cannot run here: there is no emulation for it.',
    hint: 'Install QEMU handlers ("docker run --privileged --rm tonistiigi/binfmt --install all") or build on that platform.',
  },
  {
    matches: /target stage "([^"]{1,200})" could not be found/,
    code: 'build/no-stage',
    exit: 2,
    message: ([, stage]) => `The Dockerfile has no stage "${stage}".`,
    hint: 'Mend "target".',
  },
  {
    matches: /failed to read dockerfile: open (\S{1,300}): no such file/,
    code: 'build/no-dockerfile',
    exit: 2,
    message: ([, file]) => `The Dockerfile ${file} is not there.`,
  },
  {
    matches: /dockerfile parse error on line (\d+): ([\s\S]{1,500})/,
    code: 'build/parse-error',
    exit: 1,
    message: ([, line, why]) => `The Dockerfile cannot be read, line ${line}: ${why!.trim()}`,
  },
  {
    matches: /failed to calculate checksum of ref [^"]*"([^"]{1,500})": not found/,
    code: 'build/no-source',
    exit: 1,
    message: ([, path]) => `${path} is not in the build context.`,
    hint: 'See with "dockwarden inputs IMAGE" what the build can read.',
  },
  {
    matches: /process "([\s\S]{1,4000})" did not complete successfully: exit code: (\d+)/,
    code: 'build/step-failed',
    exit: 1,
    message: ([, command, exit]) =>
      Number(exit) === 137
        ? `${shown(command!)} was killed (exit code 137): the builder may be short of memory.`
        : `${shown(command!)} ended with exit code ${exit}.`,
  },
  {
    matches: /exporter option "rewrite-timestamp" conflicts with "unpack"/,
    code: 'build/builder-cannot',
    exit: 2,
    message: () => 'This builder cannot rewrite the times of files in what it stores.',
    hint: 'Use a builder with the driver docker-container for "reproducible".',
  },
];

/** Without the shell that BuildKit puts before it, on one line. */
function shown(command: string): string {
  const text = command
    .replace(/^\/bin\/(?:ba)?sh (?:-\w+ )*-c /, '')
    .replace(/\\(["\\])/g, '$1')
    .replace(/\s+/g, ' ')
    .trim();
  return text.length > 120 ? `${text.slice(0, 119)}…` : text;
}
