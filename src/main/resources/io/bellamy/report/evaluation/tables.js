// The figures as tables, and the worst contexts.
function table(caption, head, rows) {
  const made = element('table');
  made.append(element('caption', caption));
  const first = element('tr');
  // the head of a column stands as its cells do
  first.append(...head.map((text, index) => {
    const cell = element('th', text);
    cell.scope = 'col';
    cell.className = rows[0]?.cells[index]?.className.includes('text') ? 'text' : '';
    return cell;
  }));
  const top = element('thead');
  top.append(first);
  const body = element('tbody');
  body.append(...rows);
  made.append(top, body);
  const scroll = element('div', undefined, 'scroll');
  scroll.append(made);
  return scroll;
}

function row(name, cells) {
  const made = element('tr');
  const head = element('th', name, 'text');
  head.scope = 'row';
  made.append(head, ...cells);
  return made;
}

function drawTables() {
  const digits = state.measure.share ? 3 : 1;
  let partial = false;
  const made = kinds.map(kind => {
    const cells = figures(kind);
    const columns = numbers(cells);
    const best = new Map(columns.map(n =>
      [n, Math.min(...cells.filter(cell => cell.n === n).map(state.measure.of))]));
    const rows = names.filter(method => cells.some(cell => cell.method === method)).map(method =>
      row(method, columns.map(n => {
        const cell = cells.find(candidate => candidate.method === method && candidate.n === n);
        if (!cell) {
          const none = element('td', '-');
          none.append(element('span', '', 'mark'));
          return none;
        }
        const some = cell.answered < cell.asked;
        partial ||= some;
        const shown = element('td', rounded(state.measure.of(cell), digits),
          state.measure.of(cell) === best.get(n) ? 'best' : '');
        shown.append(element('span', some ? '~' : '', 'mark'));
        shown.title = `${cell.answered} of ${count(cell.asked, 'question')} answered, in ${count(cell.contexts, 'context')}`;
        return shown;
      })));
    const title = kind[0].toUpperCase() + kind.slice(1);
    return columns.length > 0 ? table(title, ['method', ...columns.map(n => 'n = ' + n)], rows)
      : element('p', title + ': nothing was answered.');
  });
  fill('tables', made);
  document.getElementById('explain-tables').textContent =
    `Error: ${state.measure.name}${state.measure.share ? ' (0.1 is 10 %)' : ''}. `
    + (state.measure.name.startsWith('mean') ? 'Averaged over the splits of a context, then over contexts. '
      : 'Of all single predictions. ')
    + 'The best of each column is in bold, - is no answer'
    + (partial ? ', ~ means that only some of the questions were answered (which may have been the easier ones).' : '.');
}

const WORST = 15;

/** An entry is [algorithm, method, kind, n, context, relative, absolute], the first three and the fifth by number. */
function drawWorst(method, kind, n) {
  const found = data.worst
    .filter(entry => names[entry[1]] === method && kinds[entry[2]] === kind && entry[3] === n
      && (state.algorithm === ALL || data.algorithms[entry[0]] === state.algorithm))
    .sort((a, b) => b[5] - a[5])
    .slice(0, WORST);
  const rows = found.map(([algorithm, , , , context, relative, absolute]) => row(data.algorithms[algorithm], [
    element('td', data.contexts[context], 'text context'),
    element('td', rounded(relative, 3)),
    element('td', rounded(absolute, 1)),
  ]));
  fill('worst', [found.length === 0 ? element('p', 'This method answered nothing of the kind.')
    : table(`${method}, ${kind}, n = ${n}`,
      ['algorithm', 'context', 'mean relative error', 'mean absolute error [s]'], rows)]);
}
