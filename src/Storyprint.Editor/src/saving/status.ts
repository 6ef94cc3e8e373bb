/** How it stands with saving, for the line that says so. */
export type Status =
  | { kind: 'saved'; at: number | null }
  | { kind: 'saving' }
  | { kind: 'failing'; problem?: string }
  | { kind: 'refused'; problem: string }
  | { kind: 'signed-out' }
  | { kind: 'other-person'; name: string }
  | { kind: 'stopped'; problem: string; isGone: boolean };

/** Whether no more is sent: what is written stays in the journal. */
export const isOver = (status: Status): boolean => status.kind === 'other-person' || status.kind === 'stopped';
