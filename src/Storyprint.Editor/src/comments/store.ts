/** A comment as the server tells it. */
export interface Comment {
  readonly id: string;
  readonly author: string;
  readonly text: string;
  readonly quote: string;
  /** Whether its words stand in the draft; null for one on the whole. */
  readonly found: boolean | null;
  readonly block: string | null;
  readonly name: string | null;
  readonly offset: number | null;
  readonly at: string;
  readonly isDone: boolean;
  readonly answerTo: string | null;
  readonly isPrivate: boolean;
}

type Fields = Readonly<Record<string, string>>;

/** Asks for the comments of a story, and sends new ones. Nothing of them is kept in the browser: they are short, and stay in their field until they are taken. */
export class CommentStore {
  constructor(private readonly address: string, private readonly token: () => string) {}

  /** Null where the server does not answer now. */
  async read(): Promise<readonly Comment[] | null> {
    const answer = await this.ask(this.address, {});
    return answer?.ok ? await answer.json() as Comment[] : null;
  }

  /** What is wrong; an empty sentence where the server cannot be reached; null where it was taken. */
  add(fields: Fields): Promise<string | null> {
    return this.send(this.address, fields);
  }

  setDone(id: string, isDone: boolean): Promise<string | null> {
    return this.send(`${this.address}/${encodeURIComponent(id)}/${isDone ? 'done' : 'open'}`, {});
  }

  private async send(address: string, fields: Fields): Promise<string | null> {
    const answer = await this.ask(address, { method: 'POST', body: new URLSearchParams(fields), headers: { accept: 'application/json', RequestVerificationToken: this.token() } });
    if (answer?.ok) return null;
    const said = await answer?.json().catch(() => null) as { problem?: string } | null | undefined;
    return said?.problem ?? '';
  }

  private ask(address: string, options: RequestInit): Promise<Response | null> {
    return fetch(address, { ...options, redirect: 'manual', credentials: 'same-origin' }).catch(() => null);
  }
}
