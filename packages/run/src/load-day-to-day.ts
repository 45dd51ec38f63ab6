export type { DayOutcome, Seat } from './day-to-day/day-request.ts';

/** Containers of images for plugins of task runners: read when a task is about one. */
export const loadDayToDay = () => import('./day-to-day/for-task-runners.ts');
