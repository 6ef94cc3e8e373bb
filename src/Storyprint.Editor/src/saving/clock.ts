/** Time, so that tests can turn it. */
export interface Clock {
  now(): number;
  after(milliseconds: number, what: () => void): () => void;
}

export const clock: Clock = {
  now: () => Date.now(),
  after(milliseconds, what) {
    const timer = setTimeout(what, milliseconds);
    return () => clearTimeout(timer);
  },
};
