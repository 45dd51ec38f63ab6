/** Nx sets FORCE_COLOR for the processes that it starts for a terminal. */
export function wantsColor({ NO_COLOR, FORCE_COLOR }: Readonly<Record<string, string | undefined>>): boolean {
  return !NO_COLOR && FORCE_COLOR !== undefined && FORCE_COLOR !== '0' && FORCE_COLOR !== 'false';
}
