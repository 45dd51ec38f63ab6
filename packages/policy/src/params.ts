import { isMap, suggest } from '@dockwarden-internal/syntax';
import { amended } from './config/amend-params.ts';
import type { ParamDeclaration, PolicyDocument } from './document.ts';
import type { Problem } from './problem.ts';
import type { Param } from './reading.ts';

/** A policy's parameters with the values in force; a setting that does not fit its declaration is reported and left out. */
export function readParams(
  document: PolicyDocument,
  settings: Readonly<Record<string, unknown>>,
  report: (problem: Problem) => void,
): Record<string, Param> {
  const params: Record<string, Param> = {};
  const declarations = document.params ?? {};
  for (const [name, declaration] of Object.entries(declarations)) {
    const fault = misfit(declaration.default, declaration);
    if (fault) report({ code: 'policy/param', path: ['params', name, 'default'], message: fault });
    params[name] = { declaration, value: declaration.default, ...(fault && { unfit: true }) };
  }
  for (const [name, setting] of Object.entries(settings)) {
    const declaration = Object.hasOwn(declarations, name) ? declarations[name] : undefined;
    if (!declaration) {
      const names = Object.keys(declarations);
      const near = suggest(name, names);
      const all = names.length > 0 ? `parameters: ${names.join(', ')}` : 'it has no parameters at all';
      report({
        code: 'config/param',
        path: ['params', name],
        message: `${document.id} has no parameter \`${name}\``,
        hint: near ? `did you mean \`${near}\`?` : all,
      });
      continue;
    }
    const value = declaration.type === 'array' ? amended(declaration.default, setting) : setting;
    const fault = misfit(value, declaration);
    const hint = fault && isMap(value) && declaration.type === 'array' ? amending : undefined;
    const message = `${document.id}: ${fault}`;
    if (fault) report({ code: 'config/param', path: ['params', name], message, ...(hint && { hint }) });
    else params[name] = { declaration, value };
  }
  return params;
}

const amending = 'a list is amended by { add: […] } and { remove: […] }';

function misfit(value: unknown, declaration: ParamDeclaration): string | undefined {
  const shown = () => JSON.stringify(value);
  switch (declaration.type) {
    case 'array': {
      if (!Array.isArray(value)) return `${shown()} is no list`;
      const type = declaration.items?.type === 'integer' ? 'number' : 'string';
      const stray = value.find((item) => typeof item !== type);
      if (stray === undefined) return undefined;
      const remedy = typeof stray === 'object' ? '' : `: write it ${type === 'number' ? 'without' : 'in'} quotes`;
      return `${JSON.stringify(stray)} is no ${type === 'number' ? 'number' : 'text'}${remedy}`;
    }
    case 'boolean':
      return typeof value === 'boolean' ? undefined : `${shown()} is not true or false`;
    case 'integer':
      return Number.isInteger(value) ? undefined : `${shown()} is no whole number`;
    case 'number':
      return typeof value === 'number' ? undefined : `${shown()} is no number`;
    case 'string':
      if (typeof value === 'string') return undefined;
      return `${shown()} is no text${typeof value === 'object' ? '' : ': write it in quotes'}`;
  }
}
