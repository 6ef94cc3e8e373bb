type Child = Node | string | null | undefined | false;
type Value = string | boolean | number | null | undefined | ((event: never) => void);

/** An element with attributes and children. Functions are listeners; true is an attribute without a value; null and false are none. */
export function element<K extends keyof HTMLElementTagNameMap>(tag: K, attributes: Readonly<Record<string, Value>> = {}, ...children: Child[]): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') made.addEventListener(name.replace(/^on/, ''), value as EventListener);
    else if (value !== null && value !== undefined && value !== false) made.setAttribute(name, value === true ? '' : String(value));
  }
  made.append(...children.filter((child): child is Node | string => child !== null && child !== undefined && child !== false));
  return made;
}

/** A button that says what it does, also to those who only see its sign. */
export function button(label: string, onclick: () => void, more: Readonly<Record<string, Value>> & { sign?: string } = {}): HTMLButtonElement {
  const { sign, ...attributes } = more;
  return element('button', { type: 'button', class: 'quiet small', ...(sign ? { 'aria-label': label, title: label } : {}), ...attributes, onclick }, sign ? element('span', { 'aria-hidden': 'true' }, sign) : label);
}

let made = 0;

/** A field with its label. */
export function field<T extends HTMLElement>(label: string, input: T, hint?: string): HTMLElement {
  input.id ||= `editor-field-${++made}`;
  const said = hint ? element('p', { class: 'hint', id: `${input.id}-hint` }, hint) : null;
  if (said) input.setAttribute('aria-describedby', said.id);
  return element('div', { class: 'field' }, element('label', { for: input.id }, label), input, said);
}

export function option(label: string, input: HTMLInputElement): HTMLElement {
  input.id ||= `editor-field-${++made}`;
  return element('div', { class: 'option' }, input, element('label', { for: input.id }, label));
}

export const freshName = (): string => `editor-part-${++made}`;
