/** How it stands with saving, for the line that says so. `isClean`: nothing waits to be sent. */
export type Status =
  | { kind: 'saved'; at: number | null }
  | { kind: 'saving' }
  | { kind: 'failing'; problem?: string; isClean: boolean }
  | { kind: 'refused'; problem: string }
  | { kind: 'signed-out'; isClean: boolean }
  | { kind: 'other-person'; name: string }
  | { kind: 'stopped'; problem: string; isGone: boolean };

/** Whether no more is sent: what is written stays in the journal. */
export const isOver = (status: Status): boolean => status.kind === 'other-person' || status.kind === 'stopped';
