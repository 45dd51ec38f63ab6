import { joinPath } from '@dockwarden-internal/facts/kernel/path';
import type { ConvertedBuild, ImageBuild } from './image-build.ts';
import { splitReference } from './split-reference.ts';
import { templateOf } from './template-of.ts';

/** Labels that every build of ours derives from git and the manifest. */
const DERIVED = /^org\.opencontainers\.image\.(?:created|revision|version|source|title|description|url|licenses)$/;

/** What the shell or the other tool would have put in. */
const OPEN = /\$\{?[A-Za-z_]|\{\{|\{env\./;

/** Tokens that stand for the commit and the time of a build. */
const MOVING = /\{(?:commitSha|shortCommitSha|currentDate)\b[^}]*\}/;

/** Options of a target `docker-build` that build the same image; `root` is the folder of the project. */
export function convertBuild(build: ImageBuild, root: string): ConvertedBuild {
  const options: Record<string, unknown> = {};
  const carried: string[] = [];
  const left: string[] = [...build.others];
  const set = (name: string, value: unknown) => {
    if (value === undefined || (Array.isArray(value) && value.length === 0)) return;
    if (typeof value === 'object' && !Array.isArray(value) && Object.keys(value as object).length === 0) return;
    options[name] = value;
  };
  /** Texts that stand as they are; one that names a variable is for the command line to hand in. */
  const closed = (texts: readonly string[], flag: string): string[] =>
    texts.filter((text) => {
      if (!OPEN.test(text) && !MOVING.test(text)) return true;
      left.push(`${flag} ${masked(text)} is made of a variable: hand it in, nx run …:docker-build --${flag}=…`);
      return false;
    });
  const one = (text: string | undefined, name: string) => (text === undefined ? undefined : closed([text], name)[0]);

  const plain = joinPath(root, 'Dockerfile');
  const dockerfile = one(build.dockerfile, 'dockerfile');
  if (dockerfile !== plain) set('dockerfile', dockerfile);
  set('context', one(build.context, 'context'));
  set('target', one(build.target, 'target'));

  const { repository, tags } = tagsOf(build.tags, left, carried);
  set('repository', repository);
  set('tags', tags);

  const pass: Record<string, string> = {};
  const args = build.args.filter((text) => {
    const [, name, token] = /^([^=]+)=\{(commitSha|currentDate)\}$/.exec(text) ?? [];
    if (name === undefined) return true;
    pass[token === 'commitSha' ? 'revision' : 'created'] = name;
    carried.push(
      `the build argument ${name} gets the ${token === 'commitSha' ? 'commit' : 'date of the commit'}: pass`,
    );
    return false;
  });
  set('args', pairs(closed(args, 'build-arg'), 'build-arg', left));
  set('pass', pass);
  set('contexts', pairs(closed(build.contexts, 'build-context'), 'build-context', left));
  set(
    'platforms',
    closed(build.platforms, 'platform').flatMap((text) => text.split(',')),
  );
  const labels = build.labels.filter((label) => {
    const [key = '', value = ''] = label.split(/=(.*)/s);
    if (!DERIVED.test(key) || !(OPEN.test(value) || MOVING.test(value))) return true;
    carried.push(`the label ${key} is derived from git and the manifest`);
    return false;
  });
  set('labels', pairs(closed(labels, 'label'), 'label', left));
  set('annotations', pairs(closed(build.annotations, 'annotation'), 'annotation', left));
  set(
    'secrets',
    build.secrets.map((text) => secretOf(text, left)).filter((each) => each !== undefined),
  );
  set('ssh', closed(build.ssh, 'ssh'));
  set('cacheFrom', closed(build.cacheFrom, 'cache-from'));
  set('cacheTo', closed(build.cacheTo, 'cache-to'));
  set('builder', one(build.builder, 'builder'));
  set('provenance', provenanceOf(build.provenance, left));
  if (build.sbom) set('sbom', true);
  if (build.pull) {
    set('bases', 'resolve');
    carried.push('pull: the registry is asked what the tag of a base stands for (bases: resolve)');
  }
  if (build.noCache) {
    set('force', true);
    carried.push('no-cache: built anew each time, without any cache (force); dockwarden build takes --force');
  }
  const outputs = build.outputs.filter((output) => !/^type=(?:docker|image|registry)(?:,|$)/.test(output));
  for (const output of outputs)
    left.push(
      /^(?:type=)?(?:local|tar)\b|^[^=]+$/.test(output)
        ? `the output ${output}: files of an image are what docker-extract is for`
        : `the output ${output}: an image is kept by the engine, or pushed`,
    );
  const pushes = build.push === true || build.outputs.some((output) => /type=registry|push=true/.test(output));
  return { options, pushes, carried, left };
}

function tagsOf(
  references: readonly string[],
  left: string[],
  carried: string[],
): { readonly repository?: string; readonly tags: readonly string[] } {
  const tags: string[] = [];
  const open = new Set<string>();
  let repository: string | undefined;
  for (const reference of references) {
    const parts = splitReference(reference);
    const tag = templateOf(parts.tag ?? 'latest');
    const isOpen = OPEN.test(parts.repository) || MOVING.test(parts.repository);
    if (isOpen && !open.has(parts.repository)) {
      open.add(parts.repository);
      left.push(
        `the repository ${parts.repository} is made of a variable: hand it in, nx run …:docker-build --repository=…`,
      );
    }
    if (OPEN.test(parts.tag ?? '') || tag === undefined) {
      left.push(
        `the tag ${reference} is made of what is not known here: hand it in, nx run …:docker-build${isOpen ? '' : ` --repository=${parts.repository}`} --tag=…`,
      );
      continue;
    }
    if (isOpen) {
      if (!tags.includes(tag)) tags.push(tag);
      continue;
    }
    repository ??= parts.repository;
    if (parts.repository !== repository) {
      left.push(
        `the tag ${reference}: an image has one repository, here ${repository}; push to another with nx run …:docker-push --repository=${parts.repository}`,
      );
      continue;
    }
    if (tag.includes('{date')) carried.push(`the tag ${tag} has the date of the commit, not of the build`);
    if (!tags.includes(tag)) tags.push(tag);
  }
  return { ...(repository !== undefined && { repository }), tags };
}

function pairs(texts: readonly string[], flag: string, left: string[]): Record<string, string> {
  const entries = texts.flatMap((text) => {
    const at = text.indexOf('=');
    if (at > 0) return [[text.slice(0, at), text.slice(at + 1)] as const];
    left.push(
      `${flag} ${text} takes its value from the environment: hand it in, nx run …:docker-build --${flag}=${text}=…`,
    );
    return [];
  });
  return Object.fromEntries(entries);
}

/** `id=npm,env=TOKEN` or `id=npm,src=file`; what holds a value itself is not written anywhere. */
function secretOf(text: string, left: string[]): Record<string, string> | undefined {
  const fields = Object.fromEntries(text.split(',').map((field) => field.split(/=(.*)/s).slice(0, 2))) as Record<
    string,
    string | undefined
  >;
  const { id, env, src = fields['source'] } = fields;
  if (id !== undefined && env !== undefined) return { id, env };
  if (id !== undefined && src !== undefined && !OPEN.test(src)) return { id, file: src };
  if (id !== undefined && fields['type'] !== 'file' && Object.keys(fields).length === 1) return { id, env: id };
  left.push(
    `the secret ${id ?? masked(text)}: name the file or the variable that holds it, secrets: [{ id: …, env: … }]`,
  );
  return undefined;
}

function provenanceOf(text: string | undefined, left: string[]): string | undefined {
  if (text === undefined || text === '') return undefined;
  if (text === 'false') return 'off';
  if (text === 'true' || text === 'mode=min') return 'min';
  if (text === 'mode=max') return 'max';
  left.push(`provenance ${text}: there are off, min and max`);
  return undefined;
}

/** What stands behind a name may be what nobody should read in a list. */
function masked(text: string): string {
  const [name = ''] = text.split('=', 1);
  return /secret|token|passw|key/i.test(name) && text.includes('=') ? `${name}=…` : text;
}
