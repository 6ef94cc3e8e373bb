export interface ServerEvent {
  event: string;
  data: string;
}

/** Reads server-sent events out of pieces of text, as the HTML standard says them. */
export class EventReader {
  retry = 3_000;
  private rest = '';
  private event = '';
  private data: string[] = [];

  read(piece: string): ServerEvent[] {
    const lines = (this.rest + piece).split(/\r\n|\r|\n/);
    this.rest = lines.pop()!;
    return lines.flatMap(line => this.line(line));
  }

  private line(line: string): ServerEvent[] {
    if (line === '') {
      const found = this.data.length > 0 ? [{ event: this.event || 'message', data: this.data.join('\n') }] : [];
      [this.event, this.data] = ['', []];
      return found;
    }
    const [, name, value] = /^([^:]*):? ?(.*)$/.exec(line)!;
    if (name === 'event') this.event = value;
    else if (name === 'data') this.data.push(value);
    else if (name === 'retry' && /^\d+$/.test(value)) this.retry = Number(value);
    return [];
  }
}
