import { posix } from 'node:path';
import { splitWords } from '@dockwarden-internal/facts/compose/read/split-words';
import { isMap } from '@dockwarden-internal/syntax';
import { dockerBuild } from './docker-build.ts';
import type { FoundTarget } from './found-target.ts';
import type { Json, NxProject } from './open-nx.ts';

/** A command line that builds an image, wherever in it. */
const BUILDS = /\bdocker(?:\s+(?:buildx|image|builder))?\s+(?:build|bake)\b/;

/** The targets of a project that run `docker build` themselves, through nx:run-commands. */
export function commandTargets({ files, name, root }: NxProject): readonly FoundTarget[] {
  return files.flatMap((file) =>
    Object.entries(file.targets).flatMap(([target, data]): FoundTarget[] => {
      const commands = commandsOf(data).map((command) =>
        command
          .replaceAll('{projectRoot}', root)
          .replaceAll('{projectName}', name)
          .replace(/\{workspaceRoot\}\/?/g, ''),
      );
      if (!commands.some((command) => BUILDS.test(command))) return [];
      const options = isMap(data['options']) ? data['options'] : {};
      return [
        {
          name: target,
          file,
          build: read(commands, options, root),
          configurations: isMap(data['configurations'])
            ? Object.fromEntries(
                Object.keys(data['configurations']).map((each) => [each, { fault: 'a configuration of a command' }]),
              )
            : {},
          ...(data['dependsOn'] !== undefined && { dependsOn: data['dependsOn'] }),
          isCommand: true,
          by: 'a command',
        },
      ];
    }),
  );
}

/** Source: https://nx.dev/docs/reference/nx/executors#run-commands */
function commandsOf(target: Json): string[] {
  const executor = target['executor'];
  if (executor !== undefined && executor !== 'nx:run-commands' && executor !== '@nx/workspace:run-commands') return [];
  const options = isMap(target['options']) ? target['options'] : {};
  const all = [
    target['command'],
    options['command'],
    ...(Array.isArray(options['commands']) ? options['commands'] : []),
  ];
  return all.flatMap((each) => {
    const command = isMap(each) ? each['command'] : each;
    if (Array.isArray(command)) return [command.join(' ')];
    return typeof command === 'string' ? [command] : [];
  });
}

function read(commands: readonly string[], options: Json, root: string): FoundTarget['build'] {
  const [command = ''] = commands;
  if (commands.length > 1) return { fault: 'it runs several commands' };
  if (/[|&;<>`\n]|\$\(/.test(command)) return { fault: 'it is more than one command of a shell' };
  const others = ['args', 'env', 'envFile'].filter((key) => options[key] !== undefined);
  if (others.length > 0) return { fault: `it has ${others.join(' and ')} beside its command` };
  const [, rest] = /^docker(?:\s+(?:buildx|image|builder))?\s+build\s+(.*)$/s.exec(command.trim()) ?? [];
  const words = rest === undefined ? undefined : splitWords(rest);
  if (!words) return { fault: 'it is no plain docker build' };
  const { cwd = '.' } = options;
  if (typeof cwd !== 'string') return { fault: '`cwd` is a text' };
  const folder = posix.normalize(cwd.replaceAll('{projectRoot}', root).replace(/^\{workspaceRoot\}\/?/, '') || '.');
  return dockerBuild(words, folder) ?? { fault: 'its context is no folder' };
}
