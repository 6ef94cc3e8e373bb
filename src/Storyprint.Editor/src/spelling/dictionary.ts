const batch = 400;
const pause = 700;
const most = 30_000;

/** Asks the server which words no dictionary knows, each once, some together, when nobody has typed for a moment. */
export class Dictionary {
  private readonly known = new Map<string, boolean>();
  private readonly asked = new Set<string>();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private isThere = true;

  constructor(private readonly address: string, private readonly language: string, private readonly token: () => string, private readonly told: () => void) {}

  /** Whether a word is in no dictionary; false while nobody has said. */
  lacks(word: string): boolean {
    const known = this.known.get(word);
    if (known === undefined && this.isThere && this.address) {
      this.asked.add(word);
      this.timer ??= setTimeout(() => void this.ask(), pause);
    }
    return known === false;
  }

  async suggestions(word: string): Promise<readonly string[]> {
    const answer = await fetch(`${this.address}/suggestions?${new URLSearchParams({ language: this.language, word }).toString()}`, { redirect: 'manual' }).catch(() => null);
    return answer?.ok ? await answer.json() as string[] : [];
  }

  stop(): void {
    clearTimeout(this.timer);
    this.isThere = false;
  }

  private async ask(): Promise<void> {
    const words = [...this.asked].slice(0, batch);
    const answer = await fetch(this.address, {
      method: 'POST', redirect: 'manual', headers: { 'content-type': 'application/json', RequestVerificationToken: this.token() }, body: JSON.stringify({ language: this.language, words }),
    }).catch(() => null);
    this.timer = undefined;
    // Spelling is a help: what cannot be asked now is asked when the word is seen again.
    words.forEach(word => this.asked.delete(word));
    if (!answer?.ok) return;
    const said = await answer.json() as { hasDictionary: boolean; unknown: string[] };
    if (!said.hasDictionary) return this.stop();
    if (this.known.size > most) this.known.clear();
    const unknown = new Set(said.unknown);
    words.forEach(word => this.known.set(word, !unknown.has(word)));
    if (this.asked.size > 0) this.timer = setTimeout(() => void this.ask(), 0);
    this.told();
  }
}
