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

/** Of methods whose figures do not depend on a number of points: all figures side by side. */
function drawFigures() {
  const cells = kinds.flatMap(figures);
  const levels = distinct(cells.flatMap(cell => cell.coverage.map(level => level.level)));
  const rows = measures.map(measure => {
    const best = Math.min(...cells.map(cell => Math.abs(measure.of(cell))).filter(Number.isFinite));
    return row(measure.name, cells.map(cell => element('td', rounded(measure.of(cell), measure.digits),
      Math.abs(measure.of(cell)) === best ? 'best' : '')));
  });
  levels.forEach(level => rows.push(row('inside ' + percent(level), cells.map(cell => element('td',
    rounded(cell.coverage.find(own => own.level === level)?.inside ?? NaN, 3))))));
  rows.push(row('answered', cells.map(cell => element('td', `${cell.answered} of ${cell.asked}`))));
  fill('tables', [cells.length > 0 ? table('', ['', ...cells.map(cell => cell.method)], rows)
    : element('p', 'Nothing was answered.')]);
  document.getElementById('explain-tables').textContent =
    'Errors over all runs that were asked about, and the share of runtimes inside the intervals. The best of each error is'
    + ' in bold, - is no answer.';
}

function drawTables() {
  if (!byPoints) {
    drawFigures();
    return;
  }
  const { of, digits } = state.measure;
  let partial = false;
  const made = kinds.map(kind => {
    const cells = figures(kind);
    const columns = numbers(cells);
    const best = new Map(columns.map(n =>
      [n, Math.min(...cells.filter(cell => cell.n === n).map(cell => Math.abs(of(cell))).filter(Number.isFinite))]));
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
        const shown = element('td', rounded(of(cell), digits), Math.abs(of(cell)) === best.get(n) ? 'best' : '');
        shown.append(element('span', some ? '~' : '', 'mark'));
        shown.title = `${cell.answered} of ${count(cell.asked, 'question')} answered, in ${count(cell.contexts, 'context')}`;
        return shown;
      })));
    const title = capital(kind);
    return columns.length > 0 ? table(title, ['method', ...columns.map(n => 'n = ' + n)], rows)
      : element('p', title + ': nothing was answered.');
  });
  fill('tables', made);
  document.getElementById('explain-tables').textContent =
    `Error: ${state.measure.name}${state.measure.text === percent ? ' (0.1 is 10 %)' : ''}. `
    + (state.measure.name.startsWith('mean') ? `Averaged over the splits of a ${heldOut}, then over ${heldOut}s. `
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
    : table(byPoints ? `${method}, ${kind}, n = ${n}` : method,
      ['algorithm', heldOut, 'mean relative error', 'mean absolute error [s]'], rows)]);
}
