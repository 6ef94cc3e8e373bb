import { type Journal, type JournalRecord, noJournal, type Parts } from './journal';

const store = 'parts';
const names = ['base', 'pending', 'living'] as const;

function done<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error as Error);
  });
}

/** Opens the browser's journal of a person's work on a story. */
export async function openJournal(person: string, story: string, editor: string, factory: IDBFactory | undefined = globalThis.indexedDB): Promise<Journal> {
  try {
    const request = factory!.open('storyprint-editor', 1);
    request.onupgradeneeded = () => request.result.createObjectStore(store);
    const database = await done(request);
    // Another version of the page may want to change the form: this one lets go, and goes on without.
    database.onversionchange = () => database.close();
    return new IndexedJournal(database, person, story, editor);
  } catch {
    return noJournal;
  }
}

/** The journal in IndexedDB. The parts of a record lie side by side, so that writing the words does not write the base again. */
class IndexedJournal implements Journal {
  readonly isAvailable = true;

  constructor(private readonly database: IDBDatabase, private readonly person: string, private readonly story: string, private readonly editor: string) {}

  write(parts: Parts): Promise<void> {
    return this.change(objects => {
      for (const name of names) if (parts[name] !== undefined) objects.put(parts[name], [this.person, this.story, this.editor, name]);
      objects.put(Date.now(), [this.person, this.story, this.editor, 'writtenAt']);
    });
  }

  remove(editor: string): Promise<void> {
    return this.change(objects => { objects.delete(this.range(editor)); });
  }

  async all(): Promise<JournalRecord[]> {
    const objects = this.database.transaction(store).objectStore(store);
    const range = IDBKeyRange.bound([this.person, this.story], [this.person, this.story, []]);
    const [keys, values] = await Promise.all([done(objects.getAllKeys(range)), done(objects.getAll(range))]);
    const records = new Map<string, Record<string, unknown>>();
    keys.forEach((key, index) => {
      const [, , editor, name] = key as string[];
      records.set(editor, { ...records.get(editor), editor, [name]: values[index] as unknown });
    });
    return [...records.values()].filter(record => record.base && record.living).map(record => ({ pending: null, ...record }) as unknown as JournalRecord);
  }

  private range(editor: string): IDBKeyRange {
    return IDBKeyRange.bound([this.person, this.story, editor], [this.person, this.story, editor, []]);
  }

  // Strict: the words are on the disk, and not only promised, when this is done.
  private change(what: (objects: IDBObjectStore) => void): Promise<void> {
    return new Promise((resolve, reject) => {
      const transaction = this.database.transaction(store, 'readwrite', { durability: 'strict' });
      transaction.oncomplete = () => resolve();
      transaction.onerror = transaction.onabort = () => reject(transaction.error ?? new Error('The journal could not be written.'));
      what(transaction.objectStore(store));
      // Said, and not left to the end of the task: a page that is being closed does not reach it.
      transaction.commit();
    });
  }
}
