/** How many days before its end a waiver is announced. */
export const NOTICE_DAYS = 30;
