// The only way in which this page makes elements: text is always text, never markup.

const SVG = 'http://www.w3.org/2000/svg';

export const byId = (id) => document.getElementById(id);

/** An element with attributes and children; strings become text. */
export function el(tag, attributes = {}, ...children) {
  return filled(document.createElement(tag), attributes, children);
}

export function svg(tag, attributes = {}, ...children) {
  return filled(document.createElementNS(SVG, tag), attributes, children);
}

function filled(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    element.setAttribute(name, value);
  }
  element.append(...children);
  return element;
}

/** Somebody's text: it cannot turn the direction of what stands around it. */
export const foreign = (text) => el('bdi', { dir: 'auto' }, text);

/** Writes only what differs, so that a selection and a reader's place survive. */
export function text(element, value) {
  if (element.textContent !== value) {
    element.textContent = value;
  }
}

export function attribute(element, name, value) {
  if (element.getAttribute(name) !== value) {
    element.setAttribute(name, value);
  }
}

/**
 * Makes a parent's children be those of a list, in its order; what stays is kept, not made anew.
 *
 * @param key of an item
 * @param create an element for an item
 * @param update that element
 */
export function keyed(parent, items, key, create, update) {
  const old = parent.keyedChildren ?? new Map();
  const now = new Map();
  items.forEach((item, at) => {
    const name = key(item);
    const element = old.get(name) ?? create(item);
    old.delete(name);
    now.set(name, element);
    update(element, item);
    if (parent.children[at] !== element) {
      parent.insertBefore(element, parent.children[at] ?? null);
    }
  });
  old.forEach((element) => element.remove());
  parent.keyedChildren = now;
}
