import type { Span } from '@dockwarden-internal/syntax';
import { isSecretName } from './secret-name.ts';

/**
 * Shapes of well-known credentials. Sources: the issuers' own documentation of their token formats, as secret scanners use them.
 */
const shapes: readonly RegExp[] = [
  /-----BEGIN (?:[A-Z]+ ){0,3}PRIVATE KEY(?: BLOCK)?-----/,
  /\b(?:AKIA|ASIA|ABIA|ACCA)[A-Z2-7]{16}\b/,
  /\bgh[pousr]_[A-Za-z0-9]{36}/,
  /\bgithub_pat_[A-Za-z0-9_]{22}/,
  /\bgl(?:pat|dt|rt|cbt|ptt)-[\w-]{20}/,
  /\bxox[abeoprs]-[A-Za-z0-9-]{10}/,
  /\b(?:sk|rk)_(?:live|test)_[A-Za-z0-9]{16}/,
  /\bsk-(?:proj-|ant-|svcacct-)?[A-Za-z0-9_-]{32}/,
  /\bAIza[A-Za-z0-9_-]{35}\b/,
  /\bnpm_[A-Za-z0-9]{36}\b/,
  /\bpypi-AgE[A-Za-z0-9_-]{20}/,
  /\bdckr_pat_[A-Za-z0-9_-]{20}/,
  /\bSG\.[A-Za-z0-9_-]{16,32}\.[A-Za-z0-9_-]{16}/,
  /\bhv[sb]\.[A-Za-z0-9_-]{20}/,
  /(?<![\w-])eyJ[A-Za-z0-9_-]{8,}\.eyJ[A-Za-z0-9_-]{8,}\./,
  /\bhttps:\/\/hooks\.slack\.com\/services\/T\w+\/B\w+\/\w/,
];

/** Credentials within a URL: `postgres://app:hunter2@db`. A variable as password is none. */
const urlCredentials = /\b[a-z][a-z\d+.-]{1,20}:\/\/[^\s:/?#@]*:([^\s/?#@$]{1,200})@[^\s/]/i;

/** Credentials within a connection string: `Server=db;User Id=sa;Password=hunter2`. Source: the keywords of ADO.NET, ODBC and libpq. */
const connection =
  /(?:^|;)\s{0,9}(?:server|data source|host|address|user ?id|uid|user|username|database|initial catalog)\s{0,9}=/i;
const connectionPassword = /;\s{0,9}(?:password|pwd)\s{0,9}=\s{0,9}["']?([^;"'$\s]{1,200})/i;

/** Options within a value: `-Xmx1g -Ddb.password=hunter2` of `JAVA_OPTS`. */
const OPTIONS = /(?:^|\s)--?([A-Za-z][\w.-]{0,100})=["']?([^\s"'$]{1,200})/g;

/** True where a value gives itself away as a credential, whatever the variable is called. */
export function isSecretShaped(value: string): boolean {
  const start = value.slice(0, 10_000);
  const passwords = [
    urlCredentials.exec(start)?.[1],
    connection.test(start) ? connectionPassword.exec(start)?.[1] : undefined,
    ...Array.from(start.matchAll(OPTIONS), ([, name, text]) => (isSecretName(withoutD(name!)) ? text : undefined)),
  ];
  return (
    shapes.some((shape) => shape.test(start)) ||
    passwords.some((password) => password !== undefined && !isPlaceholder(password))
  );
}

/** `-Dname` of Java sets a property. */
function withoutD(option: string): string {
  return option.replace(/^D(?=[a-z])/, '');
}

/** Where a text has such credentials, each from its first character to what its shape is sure of. */
export function secretShapesIn(text: string): Span[] {
  const found = EVERYWHERE.flatMap((shape) => [...text.matchAll(shape)]);
  const inAddresses = [...text.matchAll(EVERY_ADDRESS)].filter(([, password = '']) => !isPlaceholder(password));
  return [...found, ...inAddresses].map(({ index, 0: { length } }) => ({ start: index, end: index + length }));
}

const EVERYWHERE = shapes.map((shape) => new RegExp(shape, 'g'));
const EVERY_ADDRESS = new RegExp(urlCredentials, 'gi');

/**
 * True where a value cannot be the secret that the variable's name speaks of: nothing, a switch, a small number, a path, an address, or a
 * text that stands for a secret to come.
 */
export function isPlaceholder(value: string): boolean {
  const text = value.trim();
  if (/^(|true|false|yes|no|on|off|none|null|nil|undefined|unset|auto|\d{1,3})$/i.test(text)) return true;
  if (/^(\.{0,2}\/|~\/|[a-z]:\\)/i.test(text) || /^[a-z][a-z\d+.-]{1,20}:\/\//i.test(text)) return true;
  if (/^(<.*>|\[.*\]|\{\{.*\}\}|%.*%|x+|(?:[a-z]{2,4}[-_])?x{3,}(?:[-_.]x+)*|[*!]+|\.+)$/is.test(text)) return true;
  return /^(dummy|placeholder|replace[-_ ]?(me|this)|to[-_ ]?be[-_ ]?\w+|todo|your[-_ ].*|not[-_ ]?(set|used|needed|a[-_ ]?secret).*)$/i.test(
    text,
  );
}

/** True for one long word of letters and digits mixed, such as nobody thinks up. */
export function isRandom(value: string): boolean {
  return (
    /^[\w+/=.-]{20,500}$/.test(value) &&
    (value.match(/\d/g)?.length ?? 0) >= 3 &&
    /[a-z]/i.test(value) &&
    !isPlaceholder(value)
  );
}
