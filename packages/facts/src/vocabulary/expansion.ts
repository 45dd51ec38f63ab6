import { textAt } from '@dockwarden-internal/syntax';
import { flag, kind, link, text } from '../kernel/kind.ts';
import { definitionOf, fallbackOf, globalArgOf, isPredefinedHere, suggestionFor } from '../variable/definition.ts';

export const expansionKind = kind('expansion', {
  doc: 'One `$NAME` or `${NAME…}` that the builder puts a value in for, or that the shell of a RUN does.',
  source: 'https://docs.docker.com/reference/dockerfile/#environment-replacement',
  key: 'name',
  place: (expansion) => expansion.place,
  properties: {
    name: text('Name of the variable.', (expansion) => expansion.name),
    definedBy: link(
      'variable',
      'What declares it there; unknown where only an unknown base image could.',
      definitionOf,
    ),
    globalArg: link(
      'variable',
      'The ARG of that name before the first FROM; absent for an expansion in FROM itself.',
      globalArgOf,
    ),
    fallback: text(
      'What stands behind `:-`, `-`, `:+` or `+`; empty within a `${NAME:+…}` of its own, which stands only where it is set; else absent without one of these.',
      fallbackOf,
    ),
    operator: text('`:-`, `-`, `:+`, `#`, …; absent without one.', (expansion) => expansion.operator),
    suggestion: text(
      'The nearest name that is declared there; absent for a variable that is, and where none is near.',
      suggestionFor,
    ),
    predefined: flag(
      'True where the builder sets it without a declaration: platform arguments in FROM, proxies in RUN.',
      isPredefinedHere,
    ),
    instruction: link('instruction', 'The instruction that it stands in.', (expansion) => expansion.instruction),
    text: text('As written.', ({ place }) => textAt(place)),
  },
});
