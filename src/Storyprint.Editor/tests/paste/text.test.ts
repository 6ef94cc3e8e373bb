import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readText } from '../../src/paste/read-text';
import { outline } from '../support/outline';

const cases: [name: string, text: string, expected: string][] = [
  ['Lines without empty ones between are paragraphs', 'The bridge\nThe harbour\r\nپل شهر', 'The bridge\nThe harbour\nپل شهر\n'],
  ['Empty lines end paragraphs, and single ones are line breaks in them', 'One\ntwo\n\nthree', 'One⏎two\nthree\n'],
  ['Lines that a mail program broke are joined', 'The ferry that leaves the harbour at ten will wait for everybody\nwho comes from the bridge, where the road is closed until the\nweather is better and the water is low again.\n\nInes', 'The ferry that leaves the harbour at ten will wait for everybody who comes from the bridge, where the road is closed until the weather is better and the water is low again.\nInes\n'],
  ['A poem keeps its lines', 'Rain on the bridge\nand rain\nand the harbour asleep\n\nMorning', 'Rain on the bridge⏎and rain⏎and the harbour asleep\nMorning\n'],
  ['Tabs in all lines make a table', 'Town\tBoats\nHarbour\t12\n', 'table · ·\n  | Town | Boats\n  | Harbour | 12\n'],
  ['A cell of a spreadsheet may have line breaks and quotation marks', 'a\t"one\n""two"""\nb\tc', 'table · ·\n  | a | one⏎"two"\n  | b | c\n'],
  ['A tab in one of the lines makes none', 'a\tb\nc', 'a b\nc\n'],
  ['A tab at the beginning is an indent', '\tOnce', 'Once\n'],
  ['Bullets make a list', '•\tBoats\n•\tRopes', 'list\n  - Boats\n  - Ropes\n'],
  ['Bullets under a line are a list under a paragraph', 'To bring:\n• Boats\n• Ropes\nEnd', 'To bring:\nlist\n  - Boats\n  - Ropes\nEnd\n'],
  ['What looks like Markdown stays as typed', '# Rain\n\n- one\n- two\n\n**strong** [a](b)', '# Rain\n- one⏎- two\n**strong** [a](b)\n'],
  ['Controls, halves of characters and soft hyphens go; ZWNJ stays', 'a\u0000b\u00adc\ud800 می\u200cشود\u202e', 'abc می\u200cشود\n'],
  ['No-break spaces stay beside figures and signs', '4\u00a0km, « oui\u202f» and\u00a0so', '4⍽km, « oui⸱» and so\n'],
  ['Chinese goes through', '图书馆九点开放。\n港口关闭。', '图书馆九点开放。\n港口关闭。\n'],
  ['Nothing gives nothing', ' \n\t\n\u200b', '\n'],
];

for (const [name, text, expected] of cases) test(name, () => assert.equal(outline(readText(text)), expected));
