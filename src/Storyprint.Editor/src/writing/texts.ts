/** The words that people see: from the page's dictionary, in its language, with its figures and plural forms. */
export interface Text {
  (key: string, ...values: (string | number)[]): string;
  /** The plural form for a number, which is {0}; with other values, these are {0}, {1}, … */
  count(key: string, number: number, ...values: (string | number)[]): string;
  list(parts: readonly string[]): string;
  number(value: number): string;
  has(key: string): boolean;
  readonly language: string;
}

type Forms = Readonly<Record<string, string>>;

/** `texts` is the page's dictionary; plural forms stand in it as `key#one`, or as an object of forms. */
export function createText(texts: Readonly<Record<string, string | Forms>>, language: string): Text {
  const plurals = new Intl.PluralRules(language);
  const numbers = new Intl.NumberFormat(language);
  const lists = new Intl.ListFormat(language);
  const isRightToLeft = /^(ar|fa|he|ur|ps|ckb|ug|yi|sd)\b/.test(language);
  const form = (key: string, category: string): string | undefined => {
    const found = texts[key];
    return texts[`${key}#${category}`] as string | undefined ?? (typeof found === 'object' ? found[category] : found);
  };
  const shown = (value: string | number): string => (typeof value === 'number' ? numbers.format(value) : apart(value, isRightToLeft));
  const fill = (template: string, values: readonly (string | number)[]): string => template.replace(/\{(\d)\}/g, (whole, index: string) => (index in values ? shown(values[Number(index)]) : whole));
  const text = (key: string, ...values: (string | number)[]): string => fill(form(key, 'other') ?? key, values);
  const count = (key: string, number: number, ...values: (string | number)[]): string => fill(form(key, plurals.select(number)) ?? form(key, 'other') ?? key, values.length ? values : [number]);
  return Object.assign(text, { count, list: (parts: readonly string[]) => lists.format(parts), number: (value: number) => numbers.format(value), has: (key: string) => form(key, 'other') !== undefined, language });
}

// A name of the other direction of writing is kept apart from the sentence around it.
function apart(value: string, isRightToLeft: boolean): string {
  if (value.startsWith('http') || value.includes('\u2068')) return value;
  return (isRightToLeft ? /[A-Za-z]/ : /[\u0590-\u08ff]/).test(value) ? `\u2068${value}\u2069` : value;
}
