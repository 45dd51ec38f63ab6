/** Numbers from 0 for what turns up, in its order, the same for the same. */
export function numbering<Thing>() {
  const numbers = new Map<Thing, number>();
  return {
    of: (thing: Thing): number => {
      const number = numbers.get(thing) ?? numbers.size;
      numbers.set(thing, number);
      return number;
    },
    all: (): Thing[] => [...numbers.keys()],
  };
}
