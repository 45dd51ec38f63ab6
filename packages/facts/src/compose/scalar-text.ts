import { exactInteger } from '@dockwarden-internal/syntax';
import type { LocatedScalar } from './located.ts';

/** A scalar as Compose passes it on where text is wanted: `0440` is `288`, `1.10` is `1.1`; null is empty. */
export function scalarText(scalar: LocatedScalar): string {
  const { value } = scalar;
  if (typeof value === 'string') return value;
  if (value === null) return '';
  if (typeof value === 'boolean') return String(value);
  const written =
    scalar.node?.kind === 'scalar' && scalar.node.quote === 'plain' ? exactInteger(scalar.node.text) : undefined;
  return written === undefined ? floatText(value) : written.toString();
}

/** As Go prints a float: shortest digits, with an exponent of two digits below 1e-4 and from 1e6 on. */
function floatText(value: number): string {
  if (Number.isNaN(value)) return 'NaN';
  if (!Number.isFinite(value)) return value > 0 ? '+Inf' : '-Inf';
  const exponent = value === 0 ? 0 : Number(value.toExponential().split('e')[1]);
  if (exponent >= -4 && exponent < 6) return value.toString();
  const [digits, power] = value.toExponential().split('e') as [string, string];
  return `${digits}e${power[0]}${power.slice(1).padStart(2, '0')}`;
}
