import type { Pasted, PastedBlock, Runs } from '../../src/paste/pasted';

const signs = { italic: '_', strong: '*', code: '`', superscript: '^', subscript: '~' } as const;

const text = (runs: Runs): string => runs.map(run => {
  const marks = run.emphasis.map(name => signs[name]);
  const words = `${marks.join('')}${run.text.replace(/\n/g, '⏎').replace(/\u00a0/g, '⍽').replace(/\u202f/g, '⸱')}${[...marks].reverse().join('')}`;
  return run.link === null ? words : `[${words}](${run.link})`;
}).join('');

/** What was pasted, short enough to be read at a glance: a block a line. */
export function outline(pasted: Pasted): string {
  const lines = pasted.blocks.flatMap(lineOf);
  if (pasted.dropped.size) lines.push(`left out: ${[...pasted.dropped].map(([what, count]) => `${count} ${what}`).join(', ')}`);
  if (pasted.cut) lines.push('cut');
  return `${lines.join('\n')}\n`;
}

function lineOf(block: PastedBlock): string[] {
  switch (block.kind) {
    case 'paragraph': return [text(block.text)];
    case 'heading': return [`${'#'.repeat(block.level)} ${text(block.text)}`];
    case 'quotation': return [...block.passages.map(passage => `> ${text(passage)}`), ...(block.speaker ? [`> — ${block.speaker}`] : [])];
    case 'pullquote': return [`>> ${text(block.text)}${block.speaker ? ` — ${block.speaker}` : ''}`];
    case 'list': return [block.ordered ? 'list 1' : 'list', ...block.items.map(item => `${'  '.repeat(item.depth + 1)}${item.ordered ?? block.ordered ? '1' : '-'}${item.number === null ? '' : `=${item.number}`} ${text(item.text)}`)];
    case 'table': return [
      `table ${block.columns.map(side => side || '·').join(' ')}${block.caption.length ? ` “${text(block.caption)}”` : ''}`,
      ...(block.head ? [`  head | ${block.head.map(text).join(' | ')}`] : []), ...block.rows.map(row => `  | ${row.map(text).join(' | ')}`),
    ];
    case 'picture': return [`picture ${block.source.slice(0, 22)} “${block.alt}” ${text(block.caption)}`.trim()];
    case 'embed': return [`embed ${block.address} ${block.title}`.trim()];
    case 'break': return ['***'];
  }
}
