import { textAt } from '@dockwarden-internal/syntax';
import { flag, kind, link, many, oneOf, port, text, texts } from '../kernel/kind.ts';
import { isUnsure, type Maybe } from '../kernel/unsure.ts';
import type { Variable } from '../model/variable.ts';
import { broughtBy, mayBeBrought } from '../variable/brought-by.ts';
import { layersBeforeUse } from '../variable/layers-before-use.ts';
import { nameWords } from '../variable/name-words.ts';
import { isPredefined } from '../variable/predefined.ts';
import { isSecretLike } from '../variable/secret-like.ts';
import { isSecretName } from '../variable/secret-name.ts';
import { selfReferenceOf } from '../variable/self-reference.ts';
import { isLiteral, sourcesOf } from '../variable/sources.ts';
import { mayBeReadUnseen } from '../variable/unseen-readers.ts';
import { usesOf } from '../variable/uses.ts';

const sensitive = (variable: Variable) => isSecretLike(variable) === true || isSecretName(variable.name);

export const variableKind = kind('variable', {
  doc: 'An ARG, an ENV, or a variable that a RUN hands to the programs it starts.',
  source: 'https://docs.docker.com/reference/dockerfile/#environment-replacement',
  key: 'name',
  place: (variable) => variable.place,
  properties: {
    name: text('Name of the variable.', (variable) => variable.name, { at: (variable) => variable.namePlace }),
    words: texts(
      'The words of the name in lower case, split at underscores and changes of case.',
      (variable) => nameWords(variable.name),
      {
        at: (variable) => variable.namePlace,
      },
    ),
    value: text(
      'Expanded as the builder does; absent for an ARG without a value, unresolved where that hangs on something unknown.',
      (variable) => variable.value,
      {
        at: (variable) => variable.valuePlace,
        sensitive,
      },
    ),
    literal: flag('True where the whole value is written there, with no variable in it.', isLiteral),
    text: text('The pair as written.', ({ place }) => textAt(place), {
      sensitive,
    }),
    declaredBy: oneOf(
      ['arg', 'env', 'run'],
      'The instruction that declares it; `run` for `export A=1` and `A=1 program` in a RUN.',
      (variable) => variable.declaredBy,
    ),
    secretLike: flag(
      'True where name and value, or the value alone, look like a secret; false for an empty value, a path, an address or a placeholder.',
      isSecretLike,
      {
        at: (variable) => variable.valuePlace,
        sensitive,
      },
    ),
    secretName: flag(
      'True where the name alone says that it holds a secret.',
      (variable) => isSecretName(variable.name),
      { at: (variable) => variable.namePlace },
    ),
    predefined: flag(
      'True for a name that means something to the builder: platform arguments, proxies, BUILDKIT_…, SOURCE_DATE_EPOCH.',
      (variable) => isPredefined(variable.name),
    ),
    usedBy: many(
      'expansion',
      'Every place of the file that uses it, also commands that are known to read it from their environment. Programs that may read any are not seen.',
      usesOf,
      { open: mayBeReadUnseen },
    ),
    selfReference: link('expansion', 'A use in the same ENV, which still has the value from before.', selfReferenceOf),
    layersBeforeUse: many(
      'instruction',
      'RUN, COPY and ADD that a change of it builds anew although they stand above its first use.',
      layersBeforeUse,
    ),
    from: many('variable', 'The variables that its value is made of.', sourcesOf),
    broughtBy: many(
      'copied',
      'What COPY and ADD bring to the path that its value names: the file itself, or a folder of the context that holds it.',
      broughtBy,
      { open: mayBeBrought },
    ),
    global: flag('True for an ARG before the first FROM.', (variable) => variable.instruction.stage === undefined),
    port: port('The value as a port; absent where it is none.', portOf),
    instruction: link('instruction', 'The instruction that declares it.', (variable) => variable.instruction),
    stage: link(
      'stage',
      'The stage; absent for an ARG before the first FROM.',
      (variable) => variable.instruction.stage,
    ),
  },
});

function portOf({ value }: Variable): Maybe<number> {
  if (value === undefined || isUnsure(value)) return value;
  return /^\d{1,5}$/.test(value) ? Number(value) : undefined;
}
