import { contextKind, resolvePath } from '@dockwarden-internal/facts';
import type { ImageSettings } from '@dockwarden-internal/policy';
import { type Diagnostic, parseReference } from '@dockwarden-internal/syntax';
import type { ImageRequest } from '../model/image-request.ts';
import { parseTemplate } from '../tags/parse-template.ts';
import { byteSize } from './byte-size.ts';
import type { WrittenAt } from './image-draft.ts';
import { isPlatform, nearPlatform } from './platform.ts';
import type { SettingsLayer } from './request-of.ts';
import { looksSecret } from './secret-arg.ts';

/** Source: OCI distribution specification, `<reference>` as a tag. */
const TAG = /^\w[\w.-]{0,127}$/;

/** What of a request no build can be made of, each at the words that say it. */
export function requestProblems(
  name: string,
  said: ImageSettings,
  request: ImageRequest,
  layers: readonly SettingsLayer[],
): Diagnostic[] {
  const found: Diagnostic[] = [];
  const report = (code: string, path: readonly string[], message: string, hint: string) =>
    found.push({
      code: `images/${code}`,
      message: `${message}, for the image ${name}`,
      hint,
      ...placeIn(layers, path),
      exit: 2,
    });

  for (const platform of request.platforms) {
    if (!isPlatform(platform)) report('platform', ['platforms'], `${platform} is no platform`, nearPlatform(platform));
  }
  if (said.budget !== undefined && byteSize(said.budget) === undefined)
    report('budget', ['budget'], `${said.budget} is no size`, 'write a number of bytes, 300 MB or 1.5 GiB');
  const repository = parseReference(request.repository);
  const unknown = /\{.*?\}/.exec(request.repository)?.[0];
  if (unknown !== undefined)
    report('repository', ['repository'], `${unknown} is no placeholder of a repository`, 'use {image} or {project}');
  else if ('fault' in repository)
    report('repository', ['repository'], `${request.repository} is no repository`, repository.message);
  else if (repository.tag !== undefined || repository.digest !== undefined)
    report(
      'repository',
      ['repository'],
      `${request.repository} names more than a repository`,
      'write the tag under tags:',
    );
  for (const tag of request.tags) {
    const template = parseTemplate(tag);
    if ('code' in template)
      report(
        'tag',
        ['tags'],
        template.message.replace(/\.$/, ''),
        template.hint ?? 'write a template, such as {version}',
      );
    else if (!TAG.test(template.parts.map((part) => (typeof part === 'string' ? part : 'x')).join('')))
      report(
        'tag',
        ['tags'],
        `${tag} is no tag`,
        'use letters, digits, _, . and -, beginning with a letter, digit or _',
      );
  }
  for (const [context, value] of request.contexts) contextProblem(context, value, report);
  for (const [arg, value] of request.args) {
    if (!/^[A-Za-z_]\w*$/.test(arg))
      report('argument', ['args', arg], `${arg} is no name of a build argument`, 'use letters, digits and _');
    else if (looksSecret(arg, value) && !request.allowedSecretArgs.includes(arg))
      report(
        'secret-argument',
        ['args', arg],
        `the build argument ${arg} looks like a secret, which the image's history would keep`,
        'hand it over by secrets: and RUN --mount=type=secret, or name it under allowSecretArgs: if everybody may know it',
      );
  }
  for (const { id, file, env } of request.secrets) {
    if (file !== undefined && env !== undefined)
      report('secret', ['secrets'], `the secret ${id} has both a file and a variable`, 'say one of file: and env:');
    if (file === undefined && env === undefined)
      report('secret', ['secrets'], `the secret ${id} has neither a file nor a variable`, 'say file: or env:');
  }
  return found;
}

type Report = (code: string, path: readonly string[], message: string, hint: string) => void;

function contextProblem(name: string, value: string, report: Report): void {
  const path = ['contexts', name];
  if ('fault' in parseReference(name))
    report('context', path, `${name} is no name of a context`, 'write a name or a reference in lower case');
  const kind = contextKind(value);
  if (kind.kind === 'image' && 'fault' in parseReference(kind.reference))
    report(
      'context',
      path,
      `${value} names no image`,
      'write docker-image:// and a reference, such as docker-image://node:22',
    );
  if (kind.kind === 'target' && kind.image === '')
    report('context', path, 'target: names no image', 'write target: and the name of an image');
  if (kind.kind === 'folder' && resolvePath('.', kind.path) === undefined)
    report('context', path, `the context ${name} lies outside of the workspace`, 'name a folder below the root');
}

/** The words of the last layer that says it. */
function placeIn(layers: readonly SettingsLayer[], path: readonly string[]): WrittenAt {
  const layer = layers.findLast(({ settings }) => {
    let value: unknown = settings;
    for (const key of path)
      value = typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined;
    return value !== undefined;
  });
  return layer ? layer.placeOf(...path) : {};
}
