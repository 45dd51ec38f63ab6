import { parseShell } from '@dockwarden-internal/syntax';
import { readPackageAction } from './package-action.ts';
import { readCommand } from './read-command.ts';

const action = (text: string) => {
  const found = readPackageAction(readCommand(parseShell(text, (start, end) => ({ start, end })).commands[0]!));
  return found && [found.manager, ...found.actions, ...(found.everything ? ['everything'] : [])].join(' ');
};

test.each([
  ['apt-get update', 'apt index'],
  ['apt-get upgrade -y', 'apt upgrade everything'],
  ['apt full-upgrade', 'apt upgrade everything'],
  ['apt-get clean', 'apt clean'],
  ['apt-get purge -y x', 'apt remove'],
  ['apt-get install x', 'apt install'],
  ['apk update', 'apk index'],
  ['apk -U upgrade', 'apk upgrade index everything'],
  ['apk add --update x', 'apk install index'],
  ['apk del .deps', 'apk remove'],
  ['yum update -y', 'yum upgrade everything'],
  ['yum update -y x', 'yum upgrade'],
  ['microdnf clean all', 'dnf clean'],
  ['dnf makecache', 'dnf index'],
  ['zypper ref', 'zypper index'],
  ['zypper dup', 'zypper upgrade everything'],
  ['zypper cc', 'zypper clean'],
  ['pacman -Syu --noconfirm', 'pacman index upgrade everything'],
  ['pacman -Syu x', 'pacman install index upgrade'],
  ['pacman -Scc', 'pacman clean'],
  ['yarn cache clean', 'yarn clean'],
  ['npm cache clean --force', 'npm clean'],
  ['pip cache purge', 'pip clean'],
  ['go clean -modcache', 'go clean'],
  ['conda clean -afy', 'conda clean'],
  ['composer clear-cache', 'composer clean'],
  ['sbt update', undefined],
  ['go clean', undefined],
  ['cargo clean', undefined],
  ['echo update', undefined],
  ['constructor toString', undefined],
])('%s', (text, expected) => {
  expect(action(text)).toBe(expected);
});
