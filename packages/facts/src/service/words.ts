import type { Setting } from '../compose/read/setting.ts';
import type { Word } from '../model/command.ts';

/** A setting of a service as a word that can be underlined. */
export function wordOf(setting: Setting<string>): Word {
  return { text: setting.text, value: setting.value, place: setting.place };
}

export function wordsOfList(list: readonly Setting<string>[]): readonly Word[] {
  return list.map(wordOf);
}
