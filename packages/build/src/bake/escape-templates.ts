/**
 * Bake reads the strings of its JSON as HCL templates, keys of maps included: `${` and `%{` would be evaluated. The doubled sign stands for
 * itself. Source: HCL JSON syntax specification.
 */
export function escapeTemplates<Value>(value: Value): Value {
  if (typeof value === 'string') return escaped(value) as Value;
  if (Array.isArray(value)) return value.map(escapeTemplates) as Value;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [escaped(key), escapeTemplates(each)])) as Value;
}

function escaped(text: string): string {
  return text.replace(/([$%])\{/g, '$1$1{');
}
