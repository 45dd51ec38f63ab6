import { expect, test } from '@jest/globals';
import { heredocWord, heredocWords } from './heredoc-words.ts';

test.each([
  ['RUN cat <<EOF', ['EOF']],
  ['RUN cat <<A <<-B 3<<C', ['A', 'B', 'C']],
  ['RUN cat << EOF', ['EOF']],
  ["RUN cat <<E'O'F", ['EOF']],
  ['COPY <<"/a b" /x', ['/a b']],
  ['RUN cat <<EOF>/x', ['EOF>/x']],
  ["RUN echo '<<EOF'", []],
  ['RUN echo \\<<EOF', []],
  ['RUN cat <<<EOF', []],
  ['RUN echo $((1<<2))', []],
  ['RUN a <<EOF "open', []],
])('%s', (line, names) => {
  expect(heredocWords(line).map((word) => word.name)).toEqual(names);
});

test('quotes in the name keep its body from being expanded', () => {
  expect(heredocWord('<<EOF')).toEqual({ name: 'EOF', expand: true, chomp: false, fd: 0 });
  expect(heredocWord("2<<-'EOF'")).toEqual({ name: 'EOF', expand: false, chomp: true, fd: 2 });
  expect(heredocWord('<<\\EOF')).toMatchObject({ name: 'EOF', expand: true });
});

test('other words are none', () => {
  for (const word of ['EOF', '<<', '<<-', 'x<<EOF', '<<EOF<', "<<'open"]) expect(heredocWord(word)).toBeUndefined();
});
