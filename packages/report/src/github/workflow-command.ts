import { visibleText } from '../text/visible.ts';

/** Values of properties by name; what is undefined is left out. */
export type CommandProperties = Readonly<Record<string, string | number | undefined>>;

/** A line that the runner of GitHub Actions takes as a command: `::error file=a,line=1::message`. */
export function workflowCommand(command: string, properties: CommandProperties, message: string): string {
  const given = Object.entries(properties).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}=${escapeProperty(String(value))}`],
  );
  return `::${command}${given.length > 0 ? ` ${given.join(',')}` : ''}::${escapeData(message)}`;
}

/** The runner undoes exactly these escapes; what else would drive a terminal is a picture. */
function escapeData(text: string): string {
  const shown = text.replace(/[^\r\n]+/g, visibleText);
  return shown.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replace(/:/g, '%3A').replace(/,/g, '%2C');
}
