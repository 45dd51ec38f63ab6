import { flagValues, hasFlag } from '../commands/flags.ts';
import { baseName, isWithin } from '../kernel/path.ts';
import { isUnsure, type Maybe, unknown } from '../kernel/unsure.ts';
import type { Command } from '../model/command.ts';
import { environmentValue } from '../run/environment-value.ts';
import { folderOfCommand, pathFrom } from '../run/shell-place.ts';

type Binary = 'native-binary' | 'static-binary';

/**
 * Whether a compiler's command made the binary at a path, and whether that needs the C library of its stage. Undefined for commands that made
 * nothing there; unknown where the compiler decides by itself, as Go does without CGO_ENABLED.
 */
export function linkageOf(command: Command, path: string): Maybe<Binary> {
  const { program = '', subcommand } = command.reading;
  const verb = subcommand?.text;
  if ((program === 'go' || program === 'xx-go') && (verb === 'build' || verb === 'install')) return ofGo(command, path);
  if (program === 'cargo' && (verb === 'build' || verb === 'install')) return ofCargo(command, path);
  return COMPILERS.has(program) ? ofCompiler(command, path) : undefined;
}

const COMPILERS: ReadonlySet<string> = new Set(['gcc', 'g++', 'cc', 'c++', 'clang', 'clang++']);

/** Source: cmd/cgo and cmd/go, "Build and test caching", CGO_ENABLED; cmd/link, -extldflags. */
function ofGo(command: Command, path: string): Maybe<Binary> {
  const output = flagValues(command.reading, '-o').at(-1);
  const target = output === undefined ? folderOfCommand(command) : pathFrom(command, output);
  const installed = command.reading.subcommand?.text === 'install' && isWithin(path, '/go/bin');
  if (!installed && (target === undefined || !(isWithin(path, target) || isWithin(target, path)))) return undefined;
  if (command.shell.words.some(({ shown }) => /-static\b/.test(shown))) return 'static-binary';
  const cgo = environmentValue(command, 'CGO_ENABLED');
  if (cgo === '0') return 'static-binary';
  return cgo === '1' ? 'native-binary' : unknown;
}

/** Rust links the C library of its target: musl in static, glibc not. Source: The rustc book, "Platform Support". */
function ofCargo(command: Command, path: string): Maybe<Binary> {
  const folder = folderOfCommand(command);
  const output = flagValues(command.reading, '--target-dir --root').at(-1) ?? 'target';
  const places = [pathFrom(command, output), ...(folder === undefined ? [] : [folder]), '/usr/local/cargo/bin'];
  if (!places.some((place) => isWithin(path, place))) return undefined;
  const triples = [...flagValues(command.reading, '--target'), ...path.split('/')];
  return triples.some((triple) => triple.includes('-musl')) ? 'static-binary' : 'native-binary';
}

function ofCompiler(command: Command, path: string): Maybe<Binary> {
  const words = command.shell.words.map(({ shown }) => shown);
  const output = words[words.indexOf('-o') + 1];
  if (!words.includes('-o') || output === undefined || isUnsure(output)) return undefined;
  if (pathFrom(command, output) !== path && baseName(output) !== baseName(path)) return undefined;
  return hasFlag(command.reading, '-static') || words.includes('-static') ? 'static-binary' : 'native-binary';
}
