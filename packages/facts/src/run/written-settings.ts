import { known } from '../kernel/unsure.ts';
import type { Command } from '../model/command.ts';
import type { Configuration } from './program-configuration.ts';
import { writesTo } from './writes.ts';

/** Files of settings, and how they are written. Sources: apt.conf(5); dnf.conf(5). */
const FILES: readonly { readonly file: RegExp; readonly program: string; readonly setting: RegExp }[] = [
  {
    file: /^\/etc\/apt\/apt\.conf(\.d\/[^/]+)?$/,
    program: 'apt',
    setting: /([A-Za-z][\w:-]{1,100})\s{1,9}"?([^\s";\\]{1,100})"?\s{0,9};/g,
  },
  {
    file: /^\/etc\/(dnf\/dnf|yum)\.conf$/,
    program: 'dnf',
    setting: /(?:^|\s|\\n)(\w{1,100})\s{0,9}=\s{0,9}([^\s"'\\]{1,100})/g,
  },
];

/** What echo, printf or cat writes to a program's file of settings: `echo 'APT::Install-Recommends "false";' > /etc/apt/apt.conf.d/lean`. */
export function writtenSettings(command: Command): readonly Configuration[] {
  const path = known(writesTo(command));
  const found = path === undefined ? undefined : FILES.find(({ file }) => file.test(path));
  if (!found) return [];
  const { args } = command.reading;
  const bodies = command.shell.redirects.flatMap(({ body }) => body?.text ?? []);
  return [...args.map(({ shown }) => shown), ...bodies].flatMap((text) =>
    Array.from(text.slice(0, 10_000).matchAll(found.setting), ([, key, value]) => ({
      name: `${found.program} ${key!.toLowerCase()}`,
      value: value!,
    })),
  );
}
