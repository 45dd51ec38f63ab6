import {
  type Command,
  commandsOf,
  downloadsIn,
  hasChecksum,
  type Instruction,
  installOf,
  mountsOf,
  placeOf,
  readPackageAction,
} from '@dockwarden-internal/facts';
import type { NamedLine } from '../model/image-inputs.ts';
import { fetchedBy } from './remote-references.ts';

/** What an instruction fetches or runs of which equal inputs can give other contents on another day, by line. */
export function volatileLines(instruction: Instruction): NamedLine[] {
  const fetched = fetchedBy(instruction).flatMap(({ kind, use, text, place }) =>
    kind === 'volatile'
      ? [{ why: `ADD fetches ${use === 'git' ? 'a branch of ' : ''}${text}, whose contents may move`, place }]
      : [],
  );
  const caches = mountsOf(instruction)
    .filter(({ type }) => type === 'cache')
    .map(({ place }) => ({ why: 'volatile by cache: what the cache mount holds is in no key', place }));
  const commands = commandsOf(instruction).flatMap((command) => {
    const why = whyVolatile(command);
    return why === undefined ? [] : [{ why, place: placeOf(instruction.dockerfile, command.shell.span) }];
  });
  return [...fetched, ...caches, ...commands];
}

/** Managers whose projects are installed as their lockfiles say, which are inputs. */
function whyVolatile(command: Command): string | undefined {
  const { program, name = '', subcommand, args } = command.reading;
  const action = readPackageAction(command.reading);
  const install = installOf(command)?.reading;
  if (action?.actions.includes('index'))
    return `${name} ${subcommand?.text ?? ''}`.trim().concat(' renews the list of packages');
  if (action?.actions.includes('upgrade')) return `${name} upgrades what is installed`;
  if (install && install.scope === 'project' && (install.frozen === true || install.builds === true)) return undefined;
  if (install && install.ecosystem === 'go' && install.scope === 'project') return undefined;
  if (install) return `${install.manager} installs what no lockfile pins`;
  if (downloadsIn(command).some((download) => !hasChecksum(download) && download.verifiedBy === undefined))
    return `${name} fetches what no checksum pins`;
  if (program === 'git' && /^(?:clone|fetch|pull|ls-remote|submodule)/.test(subcommand?.text ?? args[0]?.shown ?? ''))
    return `git ${subcommand?.text ?? args[0]?.shown} fetches what may have moved`;
  return undefined;
}
