const anyButOff = /^(?!(?:|0|false|no|off|none)$)/i;
const development = /^(?:dev|develop|development|local)$/i;

/**
 * Variables that switch a debugger or a development mode on, each with the values that do.
 *
 * @source the tools' own documentation
 * @asOf 2026-11-21
 */
export const debugSwitches: Readonly<Record<string, RegExp>> = {
  DEBUG: anyButOff,
  APP_DEBUG: anyButOff,
  FLASK_DEBUG: anyButOff,
  DJANGO_DEBUG: anyButOff,
  SYMFONY_DEBUG: anyButOff,
  REMOTE_DEBUG: anyButOff,
  XDEBUG_MODE: anyButOff,
  PYTHONBREAKPOINT: anyButOff,
  PYTHONASYNCIODEBUG: anyButOff,
  CHOKIDAR_USEPOLLING: anyButOff,
  WATCHPACK_POLLING: anyButOff,
  NODE_ENV: development,
  FLASK_ENV: development,
  RAILS_ENV: development,
  RACK_ENV: development,
  MIX_ENV: /^dev$/,
  APP_ENV: development,
  SYMFONY_ENV: development,
  ASPNETCORE_ENVIRONMENT: development,
  DOTNET_ENVIRONMENT: development,
  GIN_MODE: /^debug$/,
  NODE_OPTIONS: /(?:^|\s)--inspect(?:-brk|-wait)?(?:[=\s]|$)/,
  JAVA_TOOL_OPTIONS: /-agentlib:jdwp|-Xrunjdwp/,
  JAVA_OPTS: /-agentlib:jdwp|-Xrunjdwp/,
};
