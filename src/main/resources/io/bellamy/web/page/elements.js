// Makes elements. Whatever is not an element becomes a text: no name or value from anywhere is ever read as HTML.

/** An element with attributes and children; attributes that are false, null or undefined are left out. */
export function element(name, attributes, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes ?? {})) {
    if (value !== false && value !== null && value !== undefined) {
      made.setAttribute(key, value === true ? '' : value);
    }
  }
  made.append(...children.flat().filter((child) => child !== null && child !== undefined));
  return made;
}

/** The element with this id. */
export function byId(id) {
  return document.getElementById(id);
}

/** Puts children in the place of those that were there. */
export function fill(parent, ...children) {
  parent.replaceChildren(...children.flat().filter((child) => child !== null && child !== undefined));
}

/**
 * A table that can be scrolled by keyboard too.
 *
 * @param columns each {title, text: is it a text rather than a number, or kind: which classes its cells have, of: what of a row stands there}
 * @param rowClass says of a row which class it has
 */
export function table(caption, columns, rows, rowClass) {
  const kind = (column) => ({ class: column.kind ?? (column.text ? 'text' : null) });
  return element(
    'div',
    { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': caption },
    element(
      'table',
      {},
      element('caption', {}, caption),
      element('thead', {}, element('tr', {}, columns.map((column) => element('th', { scope: 'col', ...kind(column) }, column.title)))),
      element(
        'tbody',
        {},
        rows.map((row) =>
          element(
            'tr',
            { class: rowClass ? rowClass(row) : null },
            columns.map((column) => element('td', kind(column), column.of(row) ?? '')),
          ),
        ),
      ),
    ),
  );
}

/** A list, or nothing where it would be empty. */
export function list(kind, texts) {
  return texts.length === 0 ? null : element('ul', { class: kind }, texts.map((text) => element('li', {}, text)));
}

/** Names with their values. */
export function facts(pairs) {
  return element('dl', {}, pairs.map(([name, value]) => element('div', {}, element('dt', {}, name), element('dd', {}, value))));
}

/** Something that can be opened. */
export function foldable(title, ...children) {
  return element('details', {}, element('summary', {}, title), ...children);
}

/** One decimal, as the command line has it. */
export function seconds(value) {
  return value.toFixed(1);
}

/** So few digits as a person reads. */
export function amount(value) {
  return value === 0 || Math.abs(value) >= 1000 ? value.toFixed(0) : String(Number(value.toPrecision(3)));
}

/** A share in per cent; what is nearly certain is not said to be. */
export function percent(share, digits = 1) {
  const most = 1 - 0.5 * 10 ** -(digits + 2);
  if (share > most && share < 1) {
    return `> ${(99.9).toFixed(digits)} %`;
  }
  return `${Number((100 * share).toFixed(digits))} %`;
}

/** 1 run, 2 runs. */
export function counted(number, word) {
  return `${number} ${word}${number === 1 ? '' : 's'}`;
}

/** 12 × c4.2xlarge, or 12 executors on c4.2xlarge */
export function cluster(point, unit) {
  const size = Object.entries(point.per_machine ?? {}).map(([name, value]) => `${name} ${value}`).join(', ');
  const machine = [point.machine_type, size === '' ? '' : `(${size})`].filter(Boolean).join(' ');
  const number = counted(point.scale_out, unit.replace(/s$/, ''));
  if (machine === '') {
    return number;
  }
  return unit === 'machines' ? `${point.scale_out} × ${machine}` : `${number} on ${machine}`;
}
