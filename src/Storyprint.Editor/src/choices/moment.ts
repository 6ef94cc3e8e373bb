export type Moment = (at: string | number) => string;

/** When something was changed, as people say it: the hour, with the day where that is not today. */
export function clockOf(language: string, now: () => Date = () => new Date()): Moment {
  const hour = new Intl.DateTimeFormat(language, { timeStyle: 'short' });
  const day = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' });
  return at => {
    // .NET writes seven digits behind the second, of which some browsers read only three.
    const date = new Date(typeof at === 'string' ? at.replace(/(\.\d{3})\d+/, '$1') : at);
    if (Number.isNaN(date.getTime())) return '';
    return date.toDateString() === now().toDateString() ? hour.format(date) : day.format(date);
  };
}
