import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readText } from '../../src/paste/read-text';
import { outline } from '../support/outline';

const cases: [name: string, text: string, expected: string][] = [
  ['Lines without empty ones between are paragraphs', 'The bridge\nThe harbour\r\nپل شهر', 'The bridge\nThe harbour\nپل شهر\n'],
  ['Empty lines end paragraphs, and single ones are line breaks in them', 'One\ntwo\n\nthree', 'One⏎two\nthree\n'],
  ['Lines that a mail program broke are joined', 'The ferry that leaves the harbour at ten will wait for everybody\nwho comes from the bridge, where the road is closed until the\nweather is better and the water is low again.\n\nInes', 'The ferry that leaves the harbour at ten will wait for everybody who comes from the bridge, where the road is closed until the weather is better and the water is low again.\nInes\n'],
  ['Lines of a printed document are joined, and its ligatures are letters', 'The ﬁrst ferry of the day leaves the old harbour\nat nine, and the library opens its doors at ten;\nwhoever comes over the hill from the new and well-\nlit bridge has time for a coﬀee, says the port\nauthority.', 'The first ferry of the day leaves the old harbour at nine, and the library opens its doors at ten; whoever comes over the hill from the new and well-lit bridge has time for a coffee, says the port authority.\n'],
  ['Chinese lines are joined without a space', '图书馆今天上午九点开放港口今天因为大风关闭所有渡轮都在等待天气好转桥上的\n道路也关闭了请大家注意安全等待通知明天上午十点以后再来城市图书馆的新大厅里\n有一个关于旧桥历史的小展览介绍它是怎样建成的以及过去两个冬天里工人怎样修理\n它的两个桥墩和栏杆展览免费开放到秋天为止欢迎大家前来参观谢谢大家的耐心等候\n再见。', '图书馆今天上午九点开放港口今天因为大风关闭所有渡轮都在等待天气好转桥上的道路也关闭了请大家注意安全等待通知明天上午十点以后再来城市图书馆的新大厅里有一个关于旧桥历史的小展览介绍它是怎样建成的以及过去两个冬天里工人怎样修理它的两个桥墩和栏杆展览免费开放到秋天为止欢迎大家前来参观谢谢大家的耐心等候再见。\n'],
  ['Arabic letters that are joined already become letters', 'ﺍﻟﻤﻜﺘﺒﺔ ﷼', 'المكتبة ﷼\n'],
  ['Lines that are sentences are paragraphs, even of one length', 'The library of the town opens at nine today.\nThe ferry of the harbour leaves at ten today.\nThe bridge of the town is closed until noon.\nThe weather of the week is as bad as before.', 'The library of the town opens at nine today.\nThe ferry of the harbour leaves at ten today.\nThe bridge of the town is closed until noon.\nThe weather of the week is as bad as before.\n'],
  ['A poem keeps its lines', 'Rain on the bridge\nand rain\nand the harbour asleep\n\nMorning', 'Rain on the bridge⏎and rain⏎and the harbour asleep\nMorning\n'],
  ['Tabs in all lines make a table', 'Town\tBoats\nHarbour\t12\n', 'table · ·\n  | Town | Boats\n  | Harbour | 12\n'],
  ['A cell of a spreadsheet may have line breaks and quotation marks', 'a\t"one\n""two"""\nb\tc', 'table · ·\n  | a | one⏎"two"\n  | b | c\n'],
  ['A table may stand between paragraphs', 'Boats\n\na\tb\n1\t2\n\nEnd', 'Boats\ntable · ·\n  | a | b\n  | 1 | 2\nEnd\n'],
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
